module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  // A concept has one name: its zod schema and the type made from it share it.
  rules: { '@typescript-eslint/no-redeclare': 'off' },
});
