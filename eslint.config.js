// Every rule here stands for a way in which this system has been seen to break, not for a taste.
import { builtinModules } from 'node:module';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const typescript = ['**/*.ts', '**/*.tsx'];

/** The files of workflows/ that run in the sandbox; all others are pure functions of their arguments. */
const sandboxFiles = [
  'workflows/index.ts',
  'workflows/**/*-{interceptors,messages,handlers,flow,publisher,messenger,timer,workflow}.ts',
];

const noSandboxBreakers = [
  ['process', 'the workflow sandbox has no process'],
  ['Buffer', 'the workflow sandbox has no Buffer'],
  ['fetch', 'input and output belong to activities'],
  ['crypto', 'not replayable; use uuid4() of @temporalio/workflow or @noble/hashes'],
  ['performance', 'not replayable'],
  ['setTimeout', 'use sleep() or condition(), which carry a summary and can be cancelled'],
  ['setInterval', 'use sleep() in a loop'],
  ['setImmediate', 'not in the workflow sandbox'],
  ['queueMicrotask', 'order of microtasks is not part of the history'],
  ['WeakRef', 'garbage collection is not replayable'],
  ['FinalizationRegistry', 'garbage collection is not replayable'],
].map(([name, message]) => ({ name, message }));

const noPlainErrors = [
  {
    selector: 'NewExpression[callee.name=/^(Error|TypeError|RangeError|SyntaxError|AggregateError)$/]',
    message: 'A plain error in a workflow fails its task for ever: use ApplicationFailure or a typed error.',
  },
  {
    selector: 'CallExpression[callee.name=/^(Error|TypeError|RangeError)$/]',
    message: 'A plain error in a workflow fails its task for ever: use ApplicationFailure or a typed error.',
  },
  {
    selector: 'ThrowStatement > :matches(Literal, TemplateLiteral, ObjectExpression)',
    message: 'Throw ApplicationFailure or a typed error.',
  },
];

/**
 * A promise from an update validator counts as consent, so an async one rejects nothing. The type
 * of setHandler is too generic for no-misused-promises to see it; this looks at the type itself.
 */
const syncValidators = {
  meta: { type: 'problem', schema: [], messages: { async: 'An update validator must be synchronous.' } },
  create(context) {
    const services = context.sourceCode.parserServices;
    return {
      'Property[key.name="validator"], Property[key.value="validator"]'(node) {
        const type = services.getTypeAtLocation(node.value);
        const results = type.getCallSignatures().map((signature) => signature.getReturnType());
        if (results.some((result) => result.getProperty('then'))) context.report({ node, messageId: 'async' });
      },
    };
  },
};

const noDynamicImport = [{ selector: 'ImportExpression', message: 'The workflow bundle is static: no import().' }];

const noHiddenInputs = [
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Pure file: chance is a parameter.',
  },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'Pure file: now is a parameter.',
  },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Pure file: now is a parameter.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Pure file: now is a parameter.' },
];

const workflowSyntax = [...noPlainErrors, ...noDynamicImport];

export default defineConfig(
  globalIgnores(['dist/', '.engines/', '.data/', 'node_modules/', 'coverage/', 'web/api/schema.d.ts']),
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      'no-constructor-return': 'error',
      'no-self-compare': 'error',
      'no-unmodified-loop-condition': 'error',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        'process console URL Buffer fetch AbortSignal setTimeout clearTimeout'.split(' ').map((name) => [name, false]),
      ),
    },
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['web/public/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: {
        localStorage: false,
        matchMedia: false,
        document: false,
        window: false,
        fetch: false,
        location: false,
      },
    },
  },
  { files: ['deploy/mongodb/*.js'], languageOptions: { globals: { db: false, rs: false, quit: false } } },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs', globals: { module: 'writable' } } },
  {
    files: typescript,
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // The compiler does these, and knows types.
      'no-undef': 'off',
      'no-redeclare': 'off',
      'no-unused-vars': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-for-in-array': 'error',
      '@typescript-eslint/no-array-delete': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/require-array-sort-compare': ['error', { ignoreStringArrays: true }],
    },
  },
  {
    files: ['workflows/**/*.ts'],
    plugins: { giliran: { rules: { 'sync-validators': syncValidators } } },
    rules: {
      'giliran/sync-validators': 'error',
      // Here a default would swallow a status or event that is added later.
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: builtinModules.map((name) => ({ name, message: 'Node built-ins do not exist in workflows.' })),
          patterns: [
            { group: ['node:*'], message: 'Node built-ins do not exist in workflows.' },
            { group: ['zod', 'zod/*'], message: 'zod doubles the workflow bundle; validate outside.' },
          ],
        },
      ],
      'no-restricted-globals': ['error', ...noSandboxBreakers],
      'no-restricted-syntax': ['error', ...workflowSyntax],
    },
  },
  {
    files: ['workflows/**/*.ts'],
    ignores: sandboxFiles,
    rules: { 'no-restricted-syntax': ['error', ...workflowSyntax, ...noHiddenInputs] },
  },
  {
    // Runs in an activity, never in a workflow (ADR 0005; the import rules see to it).
    files: ['workflows/calendar/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noHiddenInputs] },
  },
  {
    files: ['store/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'Property[key.name=/^\\$(inc|mul|min|max|currentDate)$/]',
          message: 'The store decides nothing (ADR 0003): a counter here is lost on the fallback store.',
        },
        {
          selector: 'CallExpression[callee.property.name=/^(startSession|withTransaction|watch)$/]',
          message: 'No transactions and no change streams (ADR 0003, 0004).',
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[object.name=/^(it|test|describe|suite)$/][property.name="only"]',
          message: 'One .only hides every other test.',
        },
      ],
    },
  },
);
