import { z } from 'zod';
import type { AssetDeclaration } from './AssetDeclaration';
import type { IctAsset } from './IctAsset';
import { isPlaceholder } from './placeholder';

/**
 * The nine fields of the record of an ICT asset, in the order of RTS 2024/1774
 * Art 4(2)(b)(i) to (ix).
 *
 * @public
 */
export const RecordField = z.enum([
  'id',
  'location',
  'classification',
  'owner',
  'functions',
  'continuity',
  'exposure',
  'links',
  'support',
]);

/** @public */
export type RecordField = z.output<typeof RecordField>;

/**
 * The title of each field, its point of Art 4(2)(b), and where a missing value is
 * declared.
 *
 * @public
 */
export const recordFields: Readonly<
  Record<RecordField, { title: string; point: string; edit: string }>
> = {
  id: { title: 'Unique identifier', point: '(i)', edit: 'spec.dora.id' },
  location: { title: 'Location', point: '(ii)', edit: 'spec.dora.location' },
  classification: {
    title: 'Classification',
    point: '(iii)',
    edit: 'spec.dora.classification',
  },
  owner: { title: 'Owner', point: '(iv)', edit: 'spec.owner' },
  functions: {
    title: 'Business functions supported',
    point: '(v)',
    edit: 'spec.dora.functions',
  },
  continuity: {
    title: 'RTO and RPO',
    point: '(vi)',
    edit: 'spec.dora.continuity',
  },
  exposure: {
    title: 'Exposure to external networks',
    point: '(vii)',
    edit: 'spec.dora.exposure',
  },
  links: {
    title: 'Links and interdependencies',
    point: '(viii)',
    edit: 'spec.dependsOn, or spec.dora.standalone',
  },
  support: {
    title: 'End of support',
    point: '(ix)',
    edit: 'spec.dora.support',
  },
};

/**
 * What the graph around an asset adds to its record.
 *
 * @public
 */
export type RecordSurroundings = {
  /** References of all business functions it supports, directly or not. */
  functions: readonly string[];
  /** Whether it has a link to another asset, in either direction. */
  hasLinks: boolean;
};

/** `unknown` is the owner of pipelines that nobody is known to own. */
function isOwnerNamed({ ownerRef }: IctAsset): boolean {
  return (
    ownerRef !== undefined &&
    !isPlaceholder(ownerRef.slice(ownerRef.lastIndexOf('/') + 1))
  );
}

/**
 * The fields an asset record lacks; none when it is complete.
 *
 * @public
 */
export function missingFields(
  asset: IctAsset,
  surroundings: RecordSurroundings,
): RecordField[] {
  const declared: AssetDeclaration = asset.declared;
  const has: Record<RecordField, boolean> = {
    id: true,
    location: declared.location !== undefined,
    classification: declared.classification !== undefined,
    owner: isOwnerNamed(asset),
    // An empty list says none; one whose functions are unknown says nothing.
    functions:
      declared.functions?.length === 0 || surroundings.functions.length > 0,
    continuity: declared.continuity !== undefined,
    exposure: declared.exposure !== undefined,
    links: surroundings.hasLinks || declared.standalone === true,
    support: declared.support !== undefined,
  };
  return RecordField.options.filter(field => !has[field]);
}
