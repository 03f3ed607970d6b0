/** Changes of statuses. */
export const changeMessages = {
  recent: 'Changes in the last 7 days',
  none: 'No status changed.',
  changedTo: 'changed to',
  history: 'History of the status',
  since: 'Now: {{status}}. Last change: {{time}}.',
  never: 'The status has not changed since this control was first assessed.',
} as const;
