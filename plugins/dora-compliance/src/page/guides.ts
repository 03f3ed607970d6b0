const GUIDES =
  'https://github.com/ict-assurance/backstage-plugin-dora-compliance/blob/main/docs/guides';

/** Guides that tell what to do next where there is nothing to show. */
export const guides = {
  record: `${GUIDES}/ict-asset-record.md`,
  sources: `${GUIDES}/evidence-sources.md`,
  install: `${GUIDES}/install.md`,
} as const;
