import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type {
  ControlDetailView,
  EvidenceType,
  RowView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useEvidence } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { type ChangeLink, listChanges } from './listChanges';

/** How many pieces of evidence are looked at: those of the failing checks. */
const LOOKED_AT = 20;

/** The worst row of a result, and what the evidence of its failing checks says. */
export type Finding = {
  row: RowView;
  changes: ChangeLink[];
  /** What the failing checks were decided by. */
  types: ReadonlySet<EvidenceType>;
};

/** Looks into the worst row; undefined if nothing fails. */
export function useFinding({ rows }: ControlDetailView): Finding | undefined {
  const entityRef = stringifyEntityRef(useEntity().entity);
  // The worst row is the first one.
  const row = rows.find(isFailing);
  const failing = row?.checks.filter(({ passed }) => passed === false) ?? [];
  const ids = [...new Set(failing.flatMap(({ evidence }) => evidence))];
  const loaded = useEvidence(entityRef, ids.slice(0, LOOKED_AT));
  const evidence = loaded?.documents.flatMap(one => one.evidence) ?? [];
  return (
    row && {
      row,
      changes: listChanges(evidence, row.reason),
      types: new Set(evidence.map(({ type }) => type)),
    }
  );
}

function isFailing({ status }: RowView): boolean {
  return status === 'not-satisfied' || status === 'risk-accepted';
}
