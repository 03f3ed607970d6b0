/** An HTTP request that may carry CloudEvents. Header names are in lower case. */
export type HttpMessage = {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
};
