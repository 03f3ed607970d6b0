import type {
  IctAsset,
  Reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { explainReason } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { IsReadable } from '../../permissions/Reader';

/** A reason with its sentence for people. */
type Explained = Reason & { sentence: string };

/** Said where the reason names what may not be read. */
const NOT_SHOWN =
  'It depends on an entity that you may not read in the catalog.';

/** Reasons that tell of the provider of the asset, whether they name it or not. */
const OF_PROVIDER = /^(provider|subcontractors)-/;

/** The entities that a reason names, or tells something of. */
export function namesOfReason(
  { code, params }: Reason,
  { providerRef }: Pick<IctAsset, 'providerRef'>,
): string[] {
  const { ownerRef, provider, user, users } = params;
  const ofProvider = OF_PROVIDER.test(code) && code !== 'provider-missing';
  return [
    ...[ownerRef, provider, user].map(ref => String(ref ?? '')),
    ...String(users ?? '').split(', '),
    ...(ofProvider ? [providerRef ?? ''] : []),
  ].filter(ref => /^(user|group|resource|component):/i.test(ref));
}

/**
 * A reason as it may be read. The path of criticality is left out: it is shown
 * with the record, where each step of it is checked.
 */
export function readableReason(
  reason: Reason,
  asset: Pick<IctAsset, 'providerRef'>,
  isReadable: IsReadable,
): Explained {
  const { code, params } = reason;
  if (!namesOfReason(reason, asset).every(isReadable)) {
    return { code, params: {}, sentence: NOT_SHOWN };
  }
  const { because, ...shown } = params;
  const told = { code, params: shown };
  return { ...told, sentence: explainReason(told) };
}
