import type { ErrorCode } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { jsonFault } from '../json/jsonFault';

/** The largest body of a delivery: 5 MiB. */
export const MAX_BODY_SIZE = 5 * 1024 * 1024;

/** Why a body is rejected, whether it was pushed or collected. */
export function deliveryFault(body: Uint8Array): ErrorCode | undefined {
  return body.byteLength > MAX_BODY_SIZE ? 'body-too-large' : jsonFault(body);
}
