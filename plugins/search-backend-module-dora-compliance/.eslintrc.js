module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  // A contract is called by the test of each adapter.
  overrides: [{ files: ['*.contract.ts'], rules: { 'jest/no-export': 'off' } }],
});
