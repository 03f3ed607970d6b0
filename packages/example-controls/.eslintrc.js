module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  // The test starts the backend that the controls are for.
  overrides: [
    {
      files: ['src/*.test.ts'],
      rules: { '@backstage/no-mixed-plugin-imports': 'off' },
    },
  ],
});
