/** What GitHub says of commits that nothing holds any longer. */
export const GONE = /^404 (Not Found|No common ancestor)/i;
