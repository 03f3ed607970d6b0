/** The column of the table of the catalog. */
export const catalogMessages = {
  compliance: 'Compliance',
  notLoaded: 'Could not be loaded',
} as const;
