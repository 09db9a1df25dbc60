/** What `sdkwright explain` tells of a Go SDK. */
import type { Explained } from '../explained.ts';
import { signatureOf } from './method-view.ts';
import type { GoSdk } from './sdk.ts';

export const explainGo = (sdk: GoSdk, module: string): Explained => ({
  calls: sdk.methods.map((method) => ({
    method: method.planned.method,
    resource: method.service.resource,
    call: ['client', ...method.service.fields, method.name].join('.'),
    signatures: [signatureOf(method)],
    className: method.service.path.length === 0 ? undefined : method.service.name,
    types: method.struct ? [method.struct.name] : [],
    file: `${method.service.file}.go`,
  })),
  types: sdk.declarations.map(({ name, file, schema }) => ({
    name,
    names: schema ? [name, schema.name] : [name],
    schema,
    method: undefined,
    imported: `import "${module}"`,
    file: `${file}.go`,
  })),
});
