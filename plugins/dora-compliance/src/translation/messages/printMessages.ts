/** What stands on printed sheets only. */
export const printMessages = {
  state: 'State of {{time}}, with the filters of this address: {{address}}',
} as const;
