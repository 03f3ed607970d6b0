module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  // A concept has one name: its zod schema and the type made from it share it.
  rules: { '@typescript-eslint/no-redeclare': 'off' },
  // A contract is called by the test of each adapter.
  overrides: [{ files: ['*.contract.ts'], rules: { 'jest/no-export': 'off' } }],
});
