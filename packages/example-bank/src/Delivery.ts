/** What GitHub would send. */
export type Delivery = {
  /** Value of `X-GitHub-Event`. */
  event: string;
  /** Value of `X-GitHub-Delivery`. */
  id: string;
  /** When it would have been sent, in ISO 8601. */
  at: string;
  payload: Record<string, unknown>;
};
