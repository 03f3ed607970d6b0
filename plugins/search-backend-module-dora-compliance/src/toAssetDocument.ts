import { parseEntityRef } from '@backstage/catalog-model';
import type {
  AssetDocument,
  FindingDocument,
  Instant,
  InventoryItemView,
  ScorecardView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { BothLanguages } from './readControls';
import { describeControl } from './toControlDocument';

/** Who may find a document: those who may read the entity in the catalog. */
type Guarded<T> = T & { authorization: { resourceRef: string } };

/** What documents about assets have in common. */
type Around = {
  locationTemplate: string;
  hasCompliance: boolean;
  indexedAt: Instant;
};

/**
 * An asset as it is found. Says nothing of other entities: who may read the asset need
 * not be allowed to read them.
 */
export function toAssetDocument(
  item: InventoryItemView,
  { locationTemplate, hasCompliance, indexedAt }: Around,
): Guarded<AssetDocument> & Record<string, unknown> {
  const { entityRef, title, type, lifecycle, owner } = item;
  return {
    about: 'asset',
    title,
    text: [
      `ICT asset ${item.id}.`,
      ...(hasCompliance ? [describeCompliance(item)] : []),
    ].join(' '),
    location: `${locateEntity(locationTemplate, entityRef)}/compliance`,
    ...describeEntity(entityRef),
    ...(type && { type, componentType: type }),
    ...(lifecycle && { lifecycle }),
    ...(owner && { owner: owner.entityRef }),
    ...(hasCompliance && readCompliance(item)),
    indexedAt,
    authorization: { resourceRef: entityRef },
  };
}

/** What the permission to read the compliance of assets protects. */
function readCompliance({ criticality, score }: InventoryItemView) {
  return {
    ...(criticality && { criticality }),
    ...(score && { status: score.worst }),
    notSatisfied: score?.statuses['not-satisfied'] ?? 0,
    notAssessed: score?.statuses['not-assessed'] ?? 0,
  };
}

function describeCompliance(item: InventoryItemView): string {
  const { criticality, notSatisfied, notAssessed } = readCompliance(item);
  return [
    `${countControls(notSatisfied)} not satisfied,`,
    `${countControls(notAssessed)} not assessed.`,
    `Criticality: ${criticality?.replaceAll('-', ' ') ?? 'not classified'}.`,
  ].join(' ');
}

/** A control that an asset does not satisfy, as it is found. */
export function toFindingDocument(
  asset: ScorecardView['items'][number],
  control: BothLanguages,
  { locationTemplate, indexedAt }: Around,
): Guarded<FindingDocument> & Record<string, unknown> {
  const { entityRef, title, criticality } = asset;
  const { en, de } = control;
  const page = locateEntity(locationTemplate, entityRef);
  return {
    about: 'finding',
    title: `${title}: ${en.code} ${en.title}`,
    text: [
      'Finding. Not satisfied.',
      ...[en.objective, en.remediation, de.title, de.objective],
    ].join(' '),
    location: `${page}/compliance?control=${encodeURIComponent(en.id)}`,
    ...describeEntity(entityRef),
    assetTitle: title,
    ...(criticality && { criticality }),
    status: 'not-satisfied',
    ...describeControl(control),
    indexedAt,
    authorization: { resourceRef: entityRef },
  };
}

/** With the names that the filters of the search page use. */
function describeEntity(entityRef: string) {
  const { kind, namespace } = parseEntityRef(entityRef);
  const capital = kind.charAt(0).toLocaleUpperCase('en-US');
  return { entityRef, kind: `${capital}${kind.slice(1)}`, namespace };
}

function countControls(count: number): string {
  return count === 1 ? '1 control' : `${count} controls`;
}

function locateEntity(template: string, entityRef: string): string {
  const parts = parseEntityRef(entityRef);
  return template.replace(/:(namespace|kind|name)/g, (_, part: string) =>
    encodeURIComponent(parts[part as keyof typeof parts]),
  );
}
