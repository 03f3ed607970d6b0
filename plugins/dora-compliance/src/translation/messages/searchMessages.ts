/** Results of the search of Backstage. */
export const searchMessages = {
  assets: 'ICT assets and findings',
  controls: 'Compliance controls',
  finding: '{{asset}}: {{control}}',
  indexedAt: 'As indexed {{time}}; it may have changed since then.',
  provisions: 'Cites: {{provisions}}',
} as const;
