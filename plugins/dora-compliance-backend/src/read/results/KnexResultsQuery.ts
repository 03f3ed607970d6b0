import {
  type Control,
  Criticality,
  type ResultsView,
  type ResultView,
  type Row,
  webLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  addTally,
  type Sentences,
  tallyPairs,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import type { ControlCatalogue } from '../../assess/ControlCatalogue';
import type { IsReadable, Reader } from '../../permissions/Reader';
import { namesOfReason, readableReason } from '../compliance/readableReason';
import { inEnglish } from '../inEnglish';
import { readControlTotals, readTotal } from '../scorecards/KnexTotals';
import type { ScorecardScope } from '../scorecards/ScorecardScope';
import {
  readResults,
  type ResultsFilter,
  type StoredResult,
} from './KnexResults';
import { countUnstored, findOpen } from './openMembers';

/** Which results a caller asks for: of all controls, or of some. */
export type AskedResults = Omit<ResultsFilter, 'controlIds'> & {
  control?: readonly string[] | undefined;
};

/** Members of a result on a page; an export has all that are stored. */
const SHOWN = 20;

/** Answers with results of controls across assets. */
export class KnexResultsQuery {
  readonly #knex: Knex;
  readonly #controls: ReadonlyMap<string, Control>;
  readonly #sentences: Sentences;

  constructor(
    knex: Knex,
    controls: ControlCatalogue,
    sentences: Sentences = inEnglish,
  ) {
    this.#knex = knex;
    this.#sentences = sentences;
    this.#controls = new Map(
      [...controls].map(([id, { control }]) => [id, control]),
    );
  }

  /** Whether a control is installed. */
  hasControl(id: string): boolean {
    return this.#controls.has(id);
  }

  /** A page, and how many pairs have which status. */
  async list(
    scope: ScorecardScope,
    asked: AskedResults & { limit: number; cursor?: string | undefined },
    reader: Reader,
  ): Promise<ResultsView> {
    const filter = this.#toFilter(asked);
    const [total, byControl, found] = await Promise.all([
      readTotal(this.#knex, scope),
      readControlTotals(this.#knex, scope),
      readResults(this.#knex, scope, filter),
    ]);
    const { statuses } = filter.controlIds.reduce(
      (sum, id) => addTally(sum, byControl.get(id) ?? tallyPairs([])),
      tallyPairs([]),
    );
    return {
      isPartial: scope.visible !== 'all',
      assets: total.assets,
      statuses,
      items: await this.#describeAll(found.items, reader, {
        member: asked.member,
        shown: SHOWN,
      }),
      ...(found.nextCursor && { nextCursor: found.nextCursor }),
    };
  }

  /** All of them by asset, a page at a time. */
  async *export(
    scope: ScorecardScope,
    asked: AskedResults,
    reader: Reader,
  ): AsyncGenerator<ResultView[]> {
    let cursor: string | undefined;
    do {
      const filter = this.#toFilter(asked);
      const page = await readResults(this.#knex, scope, {
        ...filter,
        limit: 100,
        cursor,
        order: 'reference',
      });
      const { member } = asked;
      yield await this.#describeAll(page.items, reader, { member });
      cursor = page.nextCursor;
    } while (cursor);
  }

  #toFilter<T extends AskedResults>({ control, ...asked }: T) {
    const controlIds = control
      ? [...new Set(control)]
      : [...this.#controls.keys()];
    return { ...asked, controlIds };
  }

  async #describeAll(
    results: readonly StoredResult[],
    reader: Reader,
    of: { member?: string | undefined; shown?: number },
  ): Promise<ResultView[]> {
    const open = results.map(result => findOpen(result.assessment, of.member));
    const isReadable = await reader.readable([
      ...results.flatMap(({ ownerRef }) => (ownerRef ? [ownerRef] : [])),
      ...results.flatMap((result, place) =>
        [result.assessment, ...(open[place] ?? [])].flatMap(one =>
          namesOfReason(one.reason, result),
        ),
      ),
    ]);
    return results.flatMap((result, place) =>
      this.#describe(result, open[place] ?? [], { ...of, isReadable }),
    );
  }

  #describe(
    result: StoredResult,
    open: readonly Row[],
    {
      shown,
      member,
      isReadable,
    }: { shown?: number; member?: string; isReadable: IsReadable },
  ): ResultView[] {
    const control = this.#controls.get(result.controlId);
    if (!control) {
      return [];
    }
    const { id, code, title } = control;
    const { assessment, ownerRef, since } = result;
    const criticality = Criticality.options[result.rank];
    const sentences = this.#sentences.about(control);
    const explain = (one: Pick<Row, 'reason'>) =>
      readableReason(one.reason, result, isReadable, sentences);
    return [
      {
        entityRef: result.entityRef,
        title: result.title,
        ...(ownerRef && isReadable(ownerRef) && { ownerRef }),
        ...(criticality && { criticality }),
        control: { id, code, title },
        status: assessment.status,
        reason: explain(assessment),
        ...(since && { since }),
        ...countOpen(assessment, open, member),
        members: open.slice(0, shown).map(row => {
          const { deployment } = row.member;
          const uri = webLink(row.member.uri);
          return {
            kind: row.member.kind,
            title: this.#sentences.member(row.member),
            at: row.member.at,
            ...(uri && { uri }),
            ...(deployment && { deployment }),
            status: row.status,
            reason: explain(row),
          };
        }),
      },
    ];
  }
}

/** How many members are open; nothing if some of the kind may not be stored. */
function countOpen(
  assessment: StoredResult['assessment'],
  open: readonly Row[],
  kind: string | undefined,
): Pick<ResultView, 'open'> {
  const unstored = countUnstored(assessment);
  return kind && unstored > 0 ? {} : { open: open.length + unstored };
}
