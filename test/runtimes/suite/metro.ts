/** An app of React Native without its screen: bundled by Metro, run in Hermes. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { hermes } from './small-platforms.ts';
import { here, requireTool } from './tools.ts';

const run = promisify(execFile);

/** What the bundle takes from disk; Metro reads below the app's folder only. */
const PACKAGES = [
  '@babel/runtime',
  'abort-controller',
  'event-target-shim',
  'metro-runtime',
  'react-native-url-polyfill',
  'whatwg-fetch',
];

interface MetroApi {
  readonly loadConfig: (from: object, config: object) => Promise<object>;
  readonly runBuild: (config: object, wish: object) => Promise<{ readonly code: string }>;
}

/** `folder` has the built SDK in `node_modules`. What the app tells, and what it sent. */
export async function inReactNative(folder: string): Promise<unknown> {
  const root = join(folder, 'react-native');
  cpSync(join(here, 'suite/react-native'), root, { recursive: true });
  for (const name of PACKAGES)
    cpSync(join(here, 'node_modules', name), join(root, 'node_modules', name), { recursive: true });
  cpSync(join(folder, 'node_modules/@smithery'), join(root, 'node_modules/@smithery'), { recursive: true });
  const fake = join(root, 'node_modules/react-native');
  mkdirSync(fake);
  writeFileSync(join(fake, 'package.json'), '{ "name": "react-native", "main": "index.js" }');
  writeFileSync(
    join(fake, 'index.js'),
    "exports.NativeModules = {};\nexports.Platform = { OS: 'ios', Version: '18.0' };\n",
  );
  writeFileSync(join(root, 'index.js'), "import './polyfills';\nimport './app';\n");
  const code = await bundle(root);
  const program = join(root, 'program.js');
  writeFileSync(program, `${readFileSync(join(root, 'native.js'), 'utf8')}\n${code}`);
  const { stdout } = await run(hermes(), ['-w', program], { timeout: 60_000 });
  return JSON.parse(stdout);
}

/** As `npx react-native bundle` configures it: the conditions of packages, and the transformer. */
async function bundle(root: string): Promise<string> {
  const metro = requireTool('metro') as MetroApi;
  const config = await metro.loadConfig(
    { cwd: root },
    {
      projectRoot: root,
      // The start of every bundle comes from Metro itself.
      watchFolders: [root, join(here, 'node_modules/metro-runtime')],
      maxWorkers: 1,
      cacheStores: [],
      reporter: { update: () => undefined },
      resolver: { useWatchman: false, unstable_conditionNames: ['react-native'] },
      transformer: {
        babelTransformerPath: requireTool.resolve('@react-native/metro-babel-transformer'),
        enableBabelRCLookup: false,
      },
    },
  );
  const wish = { entry: 'index.js', dev: false, minify: false, platform: 'ios', out: join(root, 'main.js') };
  return (await metro.runBuild(config, wish)).code;
}
