/** Tasks of six kinds and two failures, as each surface does them. The mock answers like the API. */
export interface Task {
  /** What somebody wants, which is also what is searched for. */
  readonly task: string;
  /** The call that the search must find. */
  readonly call: string;
  readonly tools: readonly (readonly [name: string, args: object])[];
  /** Body of a function with `client`. */
  readonly code: string;
  readonly commands: readonly (readonly string[])[];
  /** Requests that must have been sent, at least. */
  readonly sent: readonly string[];
  /** In the last answer of each surface. */
  readonly answer: RegExp;
  /** The tool and the command say that it failed, with this code. */
  readonly exit?: number;
}

const NAME = 'qualifiedName';

export const TASKS: Readonly<Record<string, readonly Task[]>> = {
  read: [
    {
      task: 'get a server',
      call: 'servers.get',
      tools: [['servers_get', { [NAME]: 'a', select: NAME }]],
      code: "return (await client.servers.get('a')).qualifiedName",
      commands: [['servers', 'get', 'a', '--select', NAME]],
      sent: ['GET /servers/a'],
      answer: /"a"/,
    },
    {
      task: 'get a skill',
      call: 'skills.get',
      tools: [['skills_get', { slug: 's', namespace: 'n', select: NAME }]],
      code: "return (await client.skills.get('s', { namespace: 'n' })).qualifiedName",
      commands: [['skills', 'get', 's', '--namespace', 'n', '--select', NAME]],
      sent: ['GET /skills/n/s'],
      answer: /"s"/,
    },
    {
      task: 'check the health',
      call: 'health.check',
      tools: [['health_check', { select: NAME }]],
      code: 'return (await client.health.check()).qualifiedName',
      commands: [['health', 'check', '--select', NAME]],
      sent: ['GET /health'],
      answer: /"health"/,
    },
    {
      task: 'get a release of a server',
      call: 'servers.releases.get',
      tools: [['servers_releases_get', { id: 'r', [NAME]: 'a', select: NAME }]],
      code: "return (await client.servers.releases.get('r', { qualifiedName: 'a' })).qualifiedName",
      commands: [['servers', 'releases', 'get', 'r', '--qualified-name', 'a', '--select', NAME]],
      sent: ['GET /servers/a/releases/r'],
      answer: /"r"/,
    },
  ],
  page: [
    {
      task: 'list all servers',
      call: 'servers.list',
      tools: [['servers_list', { limit: 30, select: 'useCount' }]],
      code: 'let n = 0; for await (const s of client.servers.list()) n++; return n',
      commands: [['servers', 'list', '--all', '--select', 'useCount']],
      sent: ['GET /servers?page=3'],
      answer: /30|"useCount":9/,
    },
    {
      task: 'search servers about weather',
      call: 'servers.list',
      tools: [['servers_list', { q: 'weather', limit: 3, select: NAME }]],
      code: "return (await client.servers.list({ q: 'weather' })).items.slice(0, 3).map((s) => s.qualifiedName)",
      commands: [['servers', 'list', '--q', 'weather', '--limit', '3', '--select', NAME]],
      sent: ['GET /servers?q=weather'],
      answer: /acme\/s1-2/,
    },
    {
      task: 'list verified servers',
      call: 'servers.list',
      tools: [['servers_list', { verified: 'true', limit: 1, select: NAME }]],
      code: "return (await client.servers.list({ verified: 'true' })).items[0].qualifiedName",
      commands: [['servers', 'list', '--verified', 'true', '--limit', '1', '--select', NAME]],
      sent: ['GET /servers?verified=true'],
      answer: /acme\/s1-0/,
    },
    {
      task: 'list servers of a namespace',
      call: 'servers.list',
      tools: [['servers_list', { namespace: 'acme', limit: 12, select: NAME }]],
      code: "const all = []; for await (const s of client.servers.list({ namespace: 'acme' })) { all.push(s.qualifiedName); if (all.length === 12) break } return all",
      commands: [['servers', 'list', '--namespace', 'acme', '--limit', '12', '--select', NAME]],
      sent: ['GET /servers?namespace=acme'],
      answer: /acme\/s2-1/,
    },
  ],
  join: [
    {
      task: 'list servers',
      call: 'servers.list',
      tools: [
        ['servers_list', { limit: 2, select: NAME }],
        ['servers_get', { [NAME]: 'acme/s1-0', select: NAME }],
        ['servers_get', { [NAME]: 'acme/s1-1', select: NAME }],
      ],
      code: 'const names = (await client.servers.list()).items.slice(0, 2).map((s) => s.qualifiedName); const all = await Promise.all(names.map((name) => client.servers.get(name))); return all.map((s) => s.qualifiedName)',
      commands: [
        ['servers', 'list', '--limit', '2', '--select', NAME],
        ['servers', 'get', 'acme/s1-0', '--select', NAME],
        ['servers', 'get', 'acme/s1-1', '--select', NAME],
      ],
      sent: ['GET /servers/acme'],
      answer: /s1-1/,
    },
    {
      task: 'list servers with their use',
      call: 'servers.list',
      tools: [['servers_list', { limit: 30, select: 'useCount' }]],
      code: 'let sum = 0; for await (const s of client.servers.list()) sum += s.useCount; return { sum }',
      commands: [['servers', 'list', '--all', '--select', 'useCount']],
      sent: ['GET /servers?page=2'],
      answer: /135|"useCount":9/,
    },
    {
      task: 'get a server and its latest release',
      call: 'servers.get',
      tools: [
        ['servers_get', { [NAME]: 'a', select: NAME }],
        ['servers_releases_get', { id: 'latest', [NAME]: 'a', select: NAME }],
      ],
      code: "const [s, r] = await Promise.all([client.servers.get('a'), client.servers.releases.get('latest', { qualifiedName: 'a' })]); return [s.qualifiedName, r.qualifiedName]",
      commands: [
        ['servers', 'get', 'a', '--select', NAME],
        ['servers', 'releases', 'get', 'latest', '--qualified-name', 'a', '--select', NAME],
      ],
      sent: ['GET /servers/a', 'GET /servers/a/releases/latest'],
      answer: /latest/,
    },
  ],
  write: [
    {
      task: 'update a server',
      call: 'servers.update',
      tools: [['servers_update', { [NAME]: 'a', displayName: 'New', select: NAME }]],
      code: "return (await client.servers.update('a', { displayName: 'New' })).qualifiedName",
      commands: [['servers', 'update', 'a', '--display-name', 'New', '--select', NAME]],
      sent: ['PATCH /servers/a {"displayName":"New"}'],
      answer: /"a"/,
    },
    {
      task: 'delete a server',
      call: 'servers.delete',
      tools: [['servers_delete', { [NAME]: 'a', select: NAME }]],
      code: "return (await client.servers.delete('a')).qualifiedName",
      commands: [['servers', 'delete', 'a', '--yes', '--select', NAME]],
      sent: ['DELETE /servers/a'],
      answer: /"a"/,
    },
    {
      task: 'create a namespace',
      call: 'namespaces.create',
      tools: [['namespaces_create', { select: NAME }]],
      code: 'return (await client.namespaces.create()).qualifiedName',
      commands: [['namespaces', 'create', '--select', NAME]],
      sent: ['POST /namespaces'],
      answer: /"namespaces"/,
    },
    {
      task: 'create a connection',
      call: 'connect.create',
      tools: [
        [
          'connect_create',
          { namespace: 'n', mcpUrl: 'https://mcp.example', metadata: { team: 'a' }, select: NAME },
        ],
      ],
      code: "return (await client.connect.create('n', { mcpUrl: 'https://mcp.example', metadata: { team: 'a' } })).qualifiedName",
      commands: [
        [
          'connect',
          'create',
          'n',
          '--mcp-url',
          'https://mcp.example',
          '--metadata.team',
          'a',
          '--select',
          NAME,
        ],
      ],
      sent: ['POST /connect/n {"mcpUrl":"https://mcp.example","metadata":{"team":"a"}}'],
      answer: /"n"/,
    },
  ],
  upload: [
    {
      task: 'upload a skill bundle',
      call: 'skills.upload',
      tools: [
        [
          'skills_upload',
          { slug: 's', namespace: 'n', archive: 'data:application/zip;base64,UEsDBA==', select: NAME },
        ],
      ],
      code: "return (await client.skills.upload('s', { namespace: 'n', archive: 'data:application/zip;base64,UEsDBA==' })).qualifiedName",
      commands: [
        [
          'skills',
          'upload',
          's',
          '--namespace',
          'n',
          '--archive',
          'data:application/zip;base64,UEsDBA==',
          '--select',
          NAME,
        ],
      ],
      sent: ['PUT /skills/n/s'],
      answer: /"bundle"|"s"|"upload"|"archive"/,
    },
    {
      task: 'publish a server release',
      call: 'servers.releases.deploy',
      tools: [['servers_releases_deploy', { [NAME]: 'a', payload: '{}', select: NAME }]],
      code: "return (await client.servers.releases.deploy('a', { payload: '{}' })).qualifiedName",
      commands: [['servers', 'releases', 'deploy', 'a', '--payload', '{}', '--select', NAME]],
      sent: ['PUT /servers/a/releases'],
      answer: /"releases"/,
    },
  ],
  stream: [
    {
      task: 'stream release logs',
      call: 'servers.releases.stream',
      tools: [['servers_releases_stream', { id: 'r', [NAME]: 'a', select: 'message' }]],
      code: "const all = []; for await (const e of client.servers.releases.stream('r', { qualifiedName: 'a' })) { all.push(e); if (all.length === 3) break } return all.length",
      commands: [['servers', 'releases', 'stream', 'r', '--qualified-name', 'a', '--limit', '3']],
      sent: ['GET /servers/a/releases/r/stream'],
      answer: /3/,
    },
    {
      task: 'stream the first event of a release',
      call: 'servers.releases.stream',
      tools: [['servers_releases_stream', { id: 'r', [NAME]: 'a' }]],
      code: "for await (const e of client.servers.releases.stream('r', { qualifiedName: 'a' })) return e",
      commands: [['servers', 'releases', 'stream', 'r', '--qualified-name', 'a', '--limit', '1']],
      sent: ['GET /servers/a/releases/r/stream'],
      answer: /"0 /,
    },
  ],
  error: [
    {
      task: 'get a server',
      call: 'servers.get',
      tools: [['servers_get', { [NAME]: 'denied' }]],
      code: "return await client.servers.get('denied')",
      commands: [['servers', 'get', 'denied']],
      sent: ['GET /servers/denied'],
      answer: /401/,
      exit: 4,
    },
    {
      task: 'list servers',
      call: 'servers.list',
      tools: [['servers_list', { page: 'one' }]],
      code: "return await client.servers.list({ page: 'one' })",
      commands: [['servers', 'list', '--page', 'one']],
      sent: [],
      answer: /whole number/,
      exit: 2,
    },
    {
      task: 'list servers',
      call: 'servers.list',
      tools: [['servers_list', { pagesize: 3 }]],
      code: 'return await client.servers.list({ pagesize: 3 })',
      commands: [['servers', 'list', '--pagesize', '3']],
      sent: [],
      answer: /did you mean (?:--page-size|pageSize)/,
      exit: 2,
    },
  ],
  'not found': [
    {
      task: 'get a server',
      call: 'servers.get',
      tools: [['servers_get', { [NAME]: 'missing' }]],
      code: "return await client.servers.get('missing')",
      commands: [['servers', 'get', 'missing']],
      sent: ['GET /servers/missing'],
      answer: /404/,
      exit: 5,
    },
    {
      task: 'get a skill',
      call: 'skills.get',
      tools: [['skills_get', { slug: 'missing', namespace: 'n' }]],
      code: "return await client.skills.get('missing', { namespace: 'n' })",
      commands: [['skills', 'get', 'missing', '--namespace', 'n']],
      sent: ['GET /skills/n/missing'],
      answer: /404/,
      exit: 5,
    },
  ],
};
