/** A delivery as it goes over the wire, with the proof of its sender. */
export type WireRequest = {
  /** The id of the evidence source that receives it. */
  source:
    | 'github'
    | 'gitlab'
    | 'jenkins'
    | 'azure-devops'
    | 'cdevents'
    | 'runtime';
  /** Names the delivery in messages. */
  name: string;
  /** When it would have been sent, in ISO 8601. */
  at: string;
  headers: Record<string, string>;
  body: string;
};
