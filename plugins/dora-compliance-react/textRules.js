/**
 * Lint rules: texts for people belong into `src/translation`, so that they can
 * be translated.
 */
const message =
  'Move this text to the messages in src/translation, and find it with t().';

/** Attributes whose text people read or hear. */
const attributes = [
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'label',
  'placeholder',
  'secondaryLabel',
  'title',
];

module.exports = {
  files: ['src/**/*.ts', 'src/**/*.tsx'],
  excludedFiles: [
    '**/*.test.ts',
    '**/*.test.tsx',
    '**/__testUtils__/**',
    'src/translation/**',
    '**/*Messages.ts',
    // Backstage reads the titles of extensions before it loads translations.
    'src/alpha.tsx',
    '**/*Extension.tsx',
  ],
  rules: {
    'react/jsx-no-literals': [
      'error',
      {
        noStrings: true,
        ignoreProps: true,
        // Signs, and the spaces between elements.
        allowedStrings: [' ', ',', '.', '→', '·', '▾', '▸'],
      },
    ],
    'no-restricted-syntax': [
      'error',
      {
        selector: `JSXAttribute[name.name=/^(${attributes.join(
          '|',
        )})$/] > Literal`,
        message,
      },
      {
        // In `{open ? 'Hide' : 'Show'}` and `{count && 'many'}`.
        selector:
          'JSXElement > JSXExpressionContainer > :matches(ConditionalExpression, LogicalExpression) > Literal[value=/[A-Za-z]/]',
        message,
      },
      // A capitalized word, or several words.
      {
        selector: 'Literal[value=/^(?!Backstage$)[A-Z][a-z]+$/]',
        message,
      },
      { selector: 'Literal[value=/[A-Za-z]{2,},? [A-Za-z]{2,}/]', message },
      {
        selector:
          'TemplateElement[value.raw=/\\s[A-Za-z]{2,}(\\s|$)|^[A-Za-z]{2,}\\s/]',
        message,
      },
    ],
  },
};
