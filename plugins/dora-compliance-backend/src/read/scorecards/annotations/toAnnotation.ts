import type {
  Control,
  ControlsAnnotation,
  TrendAnnotation,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { readNumber } from '../../../kernel/database/columns';
import type { AnnotationRow } from './KnexAnnotationRow';

/** How many controls are named. */
const NAMED = 10;

/** What the things of annotations are called. */
export type AnnotationNames = {
  /** The installed controls by id. */
  controls: ReadonlyMap<string, Control>;
  /** The installed sources by id. */
  sources: ReadonlyMap<string, { title?: string }>;
};

/** The annotation of a row. */
export function toAnnotation(
  row: AnnotationRow,
  { controls, sources }: AnnotationNames,
): TrendAnnotation {
  const { kind, day } = row;
  switch (kind) {
    case 'controls': {
      const all: string[] = JSON.parse(row.what);
      return {
        kind,
        day,
        change: row.cause,
        amount: all.length,
        controls: all
          .map(one => nameControl(one, controls))
          .sort((one, other) => (one.code < other.code ? -1 : 1))
          .slice(0, NAMED),
      };
    }
    case 'gap': {
      const title = sources.get(row.what)?.title;
      const targets = readNumber(row.amount);
      return {
        kind,
        day,
        ...(row.until && { until: row.until }),
        ...(row.closed && { closed: row.closed }),
        source: { id: row.what, ...(title !== undefined && { title }) },
        cause: row.cause,
        ...(targets > 0 && { targets }),
      };
    }
    default:
      return {
        kind,
        day,
        accepted: readNumber(row.amount),
        ended: readNumber(row.ended),
      };
  }
}

/** @param named - its id, a space and its code */
function nameControl(
  named: string,
  controls: ReadonlyMap<string, Control>,
): ControlsAnnotation['controls'][number] {
  const [id = '', code = ''] = named.split(' ');
  const title = controls.get(id)?.title;
  return { id, code, ...(title !== undefined && { title }) };
}
