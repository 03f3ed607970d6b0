module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  // The simulator talks to whoever runs it.
  overrides: [{ files: ['src/simulate.ts'], rules: { 'no-console': 'off' } }],
});
