/** The pipelines that can change a business function. */
export const functionPipelinesMessages = {
  shares: 'Coverage {{coverage}}, compliance {{compliance}}',
} as const;
