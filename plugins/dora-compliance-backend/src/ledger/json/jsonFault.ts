import type { ErrorCode } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { JsonBody } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { isDeeperThan } from './isDeeperThan';

/** Deeper nesting than this has no payload of any CI system. */
export const MAX_DEPTH = 100;

/** Why bytes are turned away before anything is made of them. */
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
