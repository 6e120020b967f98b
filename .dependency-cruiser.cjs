// The import table of docs/architecture.md, one rule a row. A folder may import what its row names
// and nothing else of ours; `pathNot` lists what is allowed.
const npm = (...names) => names.map((name) => `^node_modules/${name}/`);

const kernel = '^workflows/kernel/';
const calendar = '^workflows/calendar/';
/** Whom to tell what, and in which words: pure, and the same for activities and API. */
const notifications = '^workflows/notifications/';
const similarity = '^workflows/similarity/';
const named = (...roles) => `^workflows/.+-(${roles.join('|')})\\.ts$`;
/** Files of workflows that may touch the workflow SDK. Every other one is pure: no Temporal, no zod, `now` is given. */
const impure = [
  '^workflows/index\\.ts$',
  named('interceptors', 'messages', 'handlers', 'flow', 'publisher', 'messenger', 'timer', 'workflow'),
];
const inWorkflows = '^workflows/';
const messages = named('messages');
const workflow = named('workflow');
const bundleEntry = '^workflows/index\\.ts$';

module.exports = {
  forbidden: [
    {
      name: 'pure-stays-pure',
      comment: 'Types, state, errors, fingerprint, ports and kernel import only each other (and a hash).',
      severity: 'error',
      from: { path: inWorkflows, pathNot: [...impure, calendar] },
      to: { pathNot: [inWorkflows, ...npm('@noble/hashes')] },
    },
    {
      name: 'pure-knows-no-impure',
      severity: 'error',
      from: { path: inWorkflows, pathNot: impure },
      to: { path: impure },
    },
    {
      name: 'calendar-is-pure',
      comment: 'The calendar may use luxon: it runs in an activity, never in a workflow (ADR 0005).',
      severity: 'error',
      from: { path: calendar },
      to: { pathNot: [calendar, kernel, ...npm('luxon', '@types/luxon')] },
    },
    {
      name: 'calendar-only-as-types-in-workflows',
      comment: 'Time zones and holidays change between releases: workflows record their result (ADR 0005).',
      severity: 'error',
      from: { path: inWorkflows, pathNot: calendar },
      to: { path: calendar, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'kernel-is-innermost',
      severity: 'error',
      from: { path: kernel },
      to: { path: inWorkflows, pathNot: kernel },
    },
    {
      name: 'messages-only-define-messages',
      comment: 'The message file of a flow defines signals, updates and queries; of ours it sees only pure files.',
      severity: 'error',
      from: { path: messages },
      to: { pathNot: [inWorkflows, ...npm('@temporalio/workflow', '@temporalio/common')] },
    },
    {
      name: 'messages-know-no-workflow',
      severity: 'error',
      from: { path: messages },
      to: { path: impure },
    },
    {
      name: 'workflows-import-nothing-of-ours',
      comment: 'The innermost layer: itself and the workflow SDK.',
      severity: 'error',
      from: { path: impure },
      to: { pathNot: [inWorkflows, ...npm('@temporalio/workflow', '@temporalio/common')] },
    },
    {
      name: 'workflows-only-through-the-bundle-entry',
      comment: 'A *-workflow.ts runs in the sandbox. Everyone else speaks to it by name and messages.',
      severity: 'error',
      from: { pathNot: bundleEntry },
      to: { path: workflow },
    },
    {
      name: 'bundle-entry-only-lists-workflows',
      severity: 'error',
      from: { path: bundleEntry },
      to: { pathNot: workflow },
    },
    {
      name: 'store-imports',
      comment: "Workflows' types and kernel, mongoose, Node. The store decides nothing (ADR 0003).",
      severity: 'error',
      from: { path: '^store/' },
      to: {
        pathNot: ['^store/', kernel, calendar, named('types'), ...npm('mongoose')],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'store-and-api-see-only-the-hours-of-the-calendar',
      comment: 'What working hours look like is theirs to keep; what follows from them is computed in an activity.',
      severity: 'error',
      from: { path: '^(store|api)/' },
      to: { path: calendar, pathNot: '/business-hours\\.ts$' },
    },
    {
      name: 'activities-imports',
      severity: 'error',
      from: { path: '^activities/' },
      to: {
        pathNot: [
          '^activities/',
          '^publishing/',
          '^store/',
          kernel,
          calendar,
          notifications,
          messages,
          named('types', 'errors', 'activity-port'),
          ...npm('@temporalio/activity', '@temporalio/common'),
        ],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'publishing-imports',
      comment: 'What has become of a case is told to the world: by the worker and by the API (ADR 0031).',
      severity: 'error',
      from: { path: '^publishing/' },
      to: {
        pathNot: [
          '^(publishing|store)/',
          kernel,
          notifications,
          messages,
          named('types'),
          ...npm('@temporalio/client'),
        ],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'settings-import-nothing-of-ours',
      comment: 'The environment, validated by zod before anything starts (ADR 0007).',
      severity: 'error',
      from: { path: '^settings/' },
      to: { pathNot: ['^settings/', ...npm('zod')], dependencyTypesNot: ['core'] },
    },
    {
      name: 'codec-imports-nothing-of-ours',
      comment: 'How Temporal keeps payloads: the same for clients, workers and the workflow bundle (ADR 0028).',
      severity: 'error',
      from: { path: '^codec/' },
      to: { pathNot: ['^codec/', ...npm('@temporalio/common', '@temporalio/proto')], dependencyTypesNot: ['core'] },
    },
    {
      name: 'telemetry-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^telemetry/' },
      to: {
        pathNot: ['^telemetry/', '^node_modules/@opentelemetry/', ...npm('@temporalio/interceptors-opentelemetry')],
      },
    },
    {
      name: 'settings-codec-and-telemetry-for-processes-only',
      comment: 'Of each other they know nothing either: see the rules of each.',
      severity: 'error',
      from: { pathNot: '^(settings|codec|telemetry|worker|api|dev|test)/' },
      to: { path: '^(settings|codec|telemetry)/' },
    },
    {
      name: 'worker-imports',
      comment: 'The composition root: everything except api, web and what is only for development.',
      severity: 'error',
      from: { path: '^worker/' },
      to: { path: '^(api|web|dev)/' },
    },
    {
      name: 'api-imports-of-ours',
      severity: 'error',
      from: { path: '^api/' },
      to: {
        path: '^(workflows|activities|worker|web|dev)/',
        pathNot: [
          kernel,
          calendar,
          notifications,
          similarity,
          messages,
          named('types', 'errors', 'fingerprint', 'preview'),
        ],
      },
    },
    {
      name: 'api-is-a-client-of-temporal',
      severity: 'error',
      from: { path: '^api/' },
      to: { path: npm('@temporalio/(?!client/|common/)[^/]+') },
    },
    {
      name: 'web-imports-generated-types-only',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(workflows|store|activities|publishing|worker|api|dev|settings|codec|telemetry)/' },
    },
    {
      name: 'nobody-imports-test',
      severity: 'error',
      from: { pathNot: '^(test/|vitest\\.config\\.ts$)' },
      to: { path: '^test/' },
    },
    {
      name: 'nobody-imports-dev',
      severity: 'error',
      from: { pathNot: '^(dev|test)/' },
      to: { path: '^dev/' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependencies-in-the-product',
      severity: 'error',
      from: { path: '^(workflows|store|activities|publishing|worker|api|settings|codec|telemetry)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-undeclared-packages',
      comment: 'What is imported is in package.json; a package that happens to be hoisted is not.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.engines|\\.data|coverage)/' },
    // A checkout whose node_modules is a link elsewhere has the same rules.
    preserveSymlinks: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
