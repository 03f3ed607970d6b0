/** Links to the guides, which open in a new tab. */
export const guideMessages = {
  record: 'How to describe ICT assets in the catalog ↗',
  sources: 'How to set up evidence sources ↗',
  install: 'How to install the modules ↗',
} as const;
