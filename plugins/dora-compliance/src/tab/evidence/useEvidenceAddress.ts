import {
  Day,
  Digest,
  type EvidenceFilter,
  EvidenceType,
  Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useSearchParams } from 'react-router-dom';

/** More pieces than these are not shown at once: each is a request. */
const SHOWN = 20;

/**
 * The filters in the address, and the pieces of evidence that it names. What is not
 * valid is left out, so that an old address still shows something.
 */
export function useEvidenceAddress() {
  const [params, setParams] = useSearchParams();
  const read = <T>(schema: Schema<T>, name: string): T | undefined =>
    schema.safeParse(params.get(name)).data;
  const filter: EvidenceFilter = {
    ...toField('type', read(EvidenceType, 'type')),
    ...toField('sourceId', params.get('source') || undefined),
    ...toField('verification', read(Verification, 'level')),
    ...toField('from', read(Day, 'from')),
    ...toField('to', read(Day, 'to')),
  };
  return {
    ids: params
      .getAll('id')
      .flatMap(id => Digest.safeParse(id).data ?? [])
      .slice(0, SHOWN),
    filter,
    /** Narrows by one more value; an empty one removes the filter. */
    change: (name: 'type' | 'source' | 'level' | 'from' | 'to', to: string) =>
      setParams(former => {
        const next = new URLSearchParams(former);
        next.delete(name);
        if (to) {
          next.set(name, to);
        }
        return next;
      }),
  };
}

type Schema<T> = { safeParse(value: unknown): { data?: T | undefined } };

function toField<K extends keyof EvidenceFilter>(
  key: K,
  value: EvidenceFilter[K] | undefined,
): Pick<EvidenceFilter, K> | object {
  return value === undefined ? {} : { [key]: value };
}
