import type { Verification } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * How far the origin of a document was proven, in words.
 *
 * @public
 */
export const verificationWords: Readonly<Record<Verification, string>> = {
  unverified: 'origin not proven',
  late: 'sender proven, but received late and not confirmed by the API',
  authenticated: 'sender proven',
  signed: 'signed',
};
