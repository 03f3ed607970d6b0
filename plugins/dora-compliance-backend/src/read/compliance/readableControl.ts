import type {
  ComplianceView,
  ControlDetailView,
  ControlResultView,
  IctAsset,
  RowView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Sentences } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { IsReadable, Reader } from '../../permissions/Reader';
import type { EvidenceStore } from '../evidence/EvidenceStore';
import { namesOfReason, readableReason } from './readableReason';
import { namesOfAsset, readableAsset } from '../inventory/readableRecord';

/** The results of an asset without the entities that its reader may not read. */
export async function readableCompliance(
  view: ComplianceView,
  reader: Reader,
  findSentences: (controlId: string) => Sentences,
): Promise<ComplianceView> {
  if (await reader.seesAll()) {
    return view;
  }
  const { asset, areas } = view;
  const isReadable = await reader.readable([
    ...namesOfAsset(asset),
    ...areas.flatMap(({ controls }) =>
      controls.flatMap(({ reason }) => namesOfReason(reason, asset)),
    ),
  ]);
  return {
    ...view,
    asset: readableAsset(asset, isReadable),
    areas: areas.map(area => ({
      ...area,
      controls: area.controls.map(result =>
        readableResult(
          result,
          asset,
          isReadable,
          findSentences(result.control.id),
        ),
      ),
    })),
  };
}

/**
 * One control for one asset without the entities that its reader may not read, and
 * without the evidence that only readers of the whole catalog may open.
 */
export async function readableControl(
  view: ControlDetailView,
  {
    reader,
    evidence,
    ...of
  }: {
    reader: Reader;
    sentences: Sentences;
    evidence: Pick<EvidenceStore, 'listAboutOrganizations'>;
  },
): Promise<ControlDetailView> {
  if (await reader.seesAll()) {
    return view;
  }
  const sentences = of.sentences.about(view.control);
  const { asset, result, rows } = view;
  const isReadable = await reader.readable([
    ...namesOfAsset(asset),
    ...namesOfReason(result.reason, asset),
    ...rows.flatMap(row => namesOfRow(row, asset)),
  ]);
  const shared = await evidence.listAboutOrganizations([
    ...new Set(
      rows.flatMap(({ checks }) => checks.flatMap(check => check.evidence)),
    ),
  ]);
  return {
    ...view,
    asset: readableAsset(asset, isReadable),
    result: readableResult(result, asset, isReadable, sentences),
    rows: rows.map(row =>
      withholdEvidence(readableRow(row, asset, isReadable, sentences), shared),
    ),
  };
}

function readableResult(
  result: ControlResultView,
  asset: IctAsset,
  isReadable: IsReadable,
  sentences: Sentences,
): ControlResultView {
  return {
    ...result,
    reason: readableReason(result.reason, asset, isReadable, sentences),
  };
}

/** Says how many pieces are left out of each check. */
function withholdEvidence(row: RowView, shared: ReadonlySet<string>): RowView {
  return {
    ...row,
    checks: row.checks.map(check => {
      const evidence = check.evidence.filter(id => !shared.has(id));
      const withheld = check.evidence.length - evidence.length;
      return { ...check, evidence, ...(withheld > 0 && { withheld }) };
    }),
  };
}

function namesOfRow({ reason, checks }: RowView, asset: IctAsset): string[] {
  return [reason, ...checks.map(({ cause }) => cause)].flatMap(of =>
    namesOfReason(of, asset),
  );
}

function readableRow(
  row: RowView,
  asset: IctAsset,
  isReadable: IsReadable,
  sentences: Sentences,
): RowView {
  return {
    ...row,
    reason: readableReason(row.reason, asset, isReadable, sentences),
    checks: row.checks.map(check => ({
      ...check,
      cause: readableReason(check.cause, asset, isReadable, sentences),
    })),
  };
}
