/**
 * What an error of the API says about the request, in place of the general
 * meaning of its code, and its parameters.
 *
 * @public
 */
export type ErrorDetailParams = {
  'asset-pending': { entityRef: string; by: string };
  'asset-unknown': { entityRef: string };
  'scope-unknown': { of: string; ref: string };
  'body-invalid': Record<string, never>;
  'collection-impossible': { source: string };
  'collection-off': { source: string; configure: string };
  'control-invalid': { problem: string };
  'control-unknown': { controlId: string };
  'export-refused': { assets: number; refused: number };
  'method-unknown': { allowed: string; method: string };
  'parameter-invalid': { parameter: string; problem: string };
  'permission-missing': { permission: string };
  'request-failed': { id: string };
  'source-unknown': { source: string };
  'target-unknown': { target: string };
};
