import type { ErrorCode } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { JsonBody } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { isDeeperThan } from './isDeeperThan';

/** No payload of a CI system is nested deeper than this. */
export const MAX_DEPTH = 100;

/** Why bytes are rejected before they are parsed. */
export function jsonFault(body: Uint8Array): ErrorCode | undefined {
  try {
    const json = JsonBody.of(body);
    if (isDeeperThan(json.text, MAX_DEPTH)) {
      return 'body-too-deep';
    }
    return json.payload === undefined ? 'body-not-json' : undefined;
  } catch {
    return 'body-not-json';
  }
}
