/**
 * The rooms of the house, from the top floor down: a room may ask the rooms below it, through their front door (index.ts), and
 * nobody above. What is not in this list (main.ts, app.module.ts, cli/) is the staircase and may ask everybody.
 */
const ROOMS = ['sync', 'changes', 'content', 'structure', 'integrations', 'auth'];

export default {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'platform-stands-alone',
      comment: 'Platform is what every module stands on.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: `^src/(${ROOMS.join('|')}|cli)/` },
    },
    ...ROOMS.map((room, floor) => ({
      name: `${room}-asks-downwards`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: `^src/(${['cli', ...ROOMS.slice(0, floor)].join('|')})/` },
    })),
    {
      name: 'through-the-front-door',
      comment: 'Of another module only what its index.ts offers.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: `^src/(${ROOMS.join('|')})/`, pathNot: ['^src/$1/', `^src/(${ROOMS.join('|')})/index\\.ts$`] },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { path: '\\.spec\\.ts$|^test/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
