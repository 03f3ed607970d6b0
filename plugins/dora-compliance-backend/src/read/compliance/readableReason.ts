import {
  type IctAsset,
  type Reason,
  reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  Explained,
  Sentences,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { IsReadable } from '../../permissions/Reader';

/** Reasons that reveal something about the provider, even without its name. */
const OF_PROVIDER = /^(provider|subcontractors)-/;

/** References of entities in the values that an assertion read. */
const REFERENCE = /(?:user|group|resource|component):[\w.-]+\/[\w.-]+/gi;

/** The entities that a reason names or reveals something about. */
export function namesOfReason(
  { code, params }: Reason,
  { providerRef }: Pick<IctAsset, 'providerRef'>,
): string[] {
  const { ownerRef, provider, read, user, users } = params;
  const ofProvider = OF_PROVIDER.test(code) && code !== 'provider-missing';
  return [
    ...[ownerRef, provider, user].map(ref => String(ref ?? '')),
    ...String(users ?? '').split(', '),
    ...(String(read ?? '').match(REFERENCE) ?? []),
    ...(ofProvider ? [providerRef ?? ''] : []),
  ].filter(ref => /^(user|group|resource|component):/i.test(ref));
}

/**
 * A reason without what the reader may not read. The path of criticality is
 * left out: the record shows it, and checks each of its steps.
 */
export function readableReason(
  why: Reason,
  asset: Pick<IctAsset, 'providerRef'>,
  isReadable: IsReadable,
  sentences: Sentences,
): Explained {
  const { code, params } = why;
  if (!namesOfReason(why, asset).every(isReadable)) {
    const sentence = sentences.sentence(reason('entity-not-readable'));
    return { code, params: {}, sentence };
  }
  const { because, ...shown } = params;
  return sentences.explained({ code, params: shown });
}
