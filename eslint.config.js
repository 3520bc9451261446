import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const sources = ['**/*.ts', '**/*.svelte', '**/*.svelte.ts'];

export default typescript.config(
  {
    // AssemblyScript only looks like TypeScript; its own compiler judges it.
    ignores: [
      'build/',
      'dist/',
      'node_modules/',
      'playwright-report/',
      'test-results/',
      'wasm/assembly/',
    ],
  },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
  },
  js.configs.recommended,
  {
    files: sources,
    extends: [typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      // The compiler knows better what exists, Svelte's runes and types included.
      'no-undef': 'off',
      // Numbers and booleans in messages are meant; objects stay forbidden.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // Type aliases read better for tables and unions alike; either is fine.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Defensive checks of what crosses a boundary are not unnecessary, whatever its type claims.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Tables of functions and a Wasm module's exports are written as methods, and know no `this`.
      '@typescript-eslint/unbound-method': 'off',
      // A signal's reason is passed on as it came.
      '@typescript-eslint/only-throw-error': [
        'error',
        { allowThrowingUnknown: true, allowThrowingAny: true },
      ],
      // `void x` is how an effect says that it depends on x.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // Splitting a text into its characters is what is meant wherever it is done here.
      '@typescript-eslint/no-misused-spread': [
        'error',
        { allow: [{ from: 'lib', name: 'string' }, 'string'] },
      ],
    },
  },
  svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: typescript.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
    rules: {
      // `let` is how props and derived values are declared.
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
      // State is plain on purpose where there is much of it; what shows it is told by a counter.
      'svelte/prefer-svelte-reactivity': 'off',
      // Words behind the codes of an ignore comment say why, but are taken for codes.
      'svelte/no-unused-svelte-ignore': 'off',
    },
  },
  {
    // Types that come from other components are not seen here; svelte-check sees them.
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    rules: {
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-alert': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSEnumDeclaration[const!=true]',
          message: 'A const object or a union says it as well.',
        },
      ],
    },
  },
  {
    files: ['src/**', 'workers/**'],
    ignores: ['**/*.test.ts'],
    // What is only said on the console is said to nobody.
    rules: { 'no-console': 'error' },
  },
);
