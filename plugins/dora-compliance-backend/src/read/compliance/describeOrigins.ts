import type {
  EvidenceOrigin,
  EvidenceType,
  IctAsset,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { findSettingsPages } from './findPages';
import type { SourceKinds } from '../../sources/silence/sourceState';

type Origin = EvidenceOrigin['sources'][number];

/** When the last evidence of a type came from a source. */
type LastSeen = { type: EvidenceType; sourceId: string; at: Instant };

const ORDER: readonly Origin['state'][] = [
  'seen',
  'connected',
  'not-connected',
];

/**
 * Which sources gave, can give, or could give each type of evidence; for an asset, also
 * where that is set.
 */
export function describeOrigins(
  types: readonly EvidenceType[],
  sources: ReadonlyMap<string, SourceKinds>,
  seen: readonly LastSeen[],
  asset?: IctAsset,
): EvidenceOrigin[] {
  return types.map(type => {
    const lastAt = new Map(
      seen.filter(one => one.type === type).map(one => [one.sourceId, one.at]),
    );
    const ids = [...new Set([...sources.keys(), ...lastAt.keys()])].sort();
    return {
      type,
      sources: ids
        .flatMap(
          id =>
            describe(id, type, {
              kinds: sources.get(id),
              lastAt: lastAt.get(id),
              asset,
            }) ?? [],
        )
        .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)),
    };
  });
}

/** Undefined if the source can't give the type, and never did. */
function describe(
  id: string,
  type: EvidenceType,
  known: {
    kinds: SourceKinds | undefined;
    lastAt: Instant | undefined;
    asset: IctAsset | undefined;
  },
): Origin | undefined {
  const { kinds, lastAt, asset } = known;
  const { delivered = [], collected = [] } = kinds?.gives ?? {};
  if (!lastAt && ![...delivered, ...collected].includes(type)) {
    return undefined;
  }
  const isOn = kinds !== undefined && !kinds.off;
  const isOwn = kinds?.title === undefined;
  const canGive =
    (delivered.includes(type) && (kinds?.receives || isOwn)) ||
    (collected.includes(type) && kinds?.collects);
  const settings = kinds && asset ? findSettingsPages(kinds, asset, type) : [];
  const unseen = isOn && canGive ? 'connected' : 'not-connected';
  return {
    id,
    ...(kinds?.title !== undefined && { title: kinds.title }),
    state: isOn && lastAt ? 'seen' : unseen,
    ...(lastAt && { lastAt }),
    ...(settings.length > 0 && { settings }),
  };
}
