/** Changes of statuses. */
export const changeMessages = {
  recent: 'Changes in the last 7 days',
  none: 'No status changed.',
  changedTo: 'changed to',
} as const;
