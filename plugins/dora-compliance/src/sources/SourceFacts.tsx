import {
  type DocumentCounts,
  type ErrorCode,
  errorCodes,
  type SourceView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  formatMilliseconds,
  RelativeTime,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Fact } from './Fact';
import styles from './sources.module.css';
import { nameOf, skewWords } from './sourceWords';

/** The figures of a source: what came of it, how late, and what is missing. */
export function SourceFacts({ source }: { source: SourceView }) {
  return (
    <div className={styles.figures}>
      <Documents source={source} />
      <Facts source={source} />
    </div>
  );
}

const columns = ['received', 'rejected', 'partial', 'waiting'] as const;

function Documents({ source }: { source: SourceView }) {
  if (!source.documents) {
    return (
      <p>
        Document counts are shown only to users who may read the whole catalog.
        The other figures cover the entities that you may read.
      </p>
    );
  }
  const { lastDay, all } = source.documents;
  return (
    <table
      className={styles.counts}
      aria-label={`Documents of ${nameOf(source)}`}
    >
      <thead>
        <tr>
          <th scope="col">Documents</th>
          {columns.map(column => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Counts title="Last day" counts={lastDay} />
        <Counts title="In all" counts={all} />
      </tbody>
    </table>
  );
}

function Counts(props: { title: string; counts: DocumentCounts }) {
  const { title, counts } = props;
  return (
    <tr>
      <th scope="row">{title}</th>
      {columns.map(column => (
        <td key={column} className={toneOf(column, counts[column])}>
          {counts[column].toLocaleString('en-US')}
        </td>
      ))}
    </tr>
  );
}

function toneOf(column: (typeof columns)[number], count: number) {
  if (count === 0 || column === 'received' || column === 'waiting') {
    return undefined;
  }
  return column === 'rejected' ? styles.bad : styles.doubtful;
}

function Facts({ source }: { source: SourceView }) {
  const { reconciliation, lag, targets, openGaps, clockSkew, kinds } = source;
  return (
    <dl className={styles.facts}>
      <Fact title="Last received">
        {source.lastReceivedAt ? (
          <RelativeTime instant={source.lastReceivedAt} />
        ) : (
          whenNever(source)
        )}
      </Fact>
      <Fact title="Expected and received">
        {reconciliation ? reconciled(reconciliation) : 'not compared yet'}
      </Fact>
      <Fact title="Lag">{lagWords(lag)}</Fact>
      <Fact title="Open gaps">
        {openGaps === 0 ? (
          'none'
        ) : (
          <span className={styles.bad}>{openGaps}</span>
        )}
      </Fact>
      {kinds.collects && (
        <>
          <Fact title="Targets">
            {targets.all} in total
            {targets.incomplete > 0 && (
              <span className={styles.doubtful}>
                , {targets.incomplete} incomplete
              </span>
            )}
          </Fact>
          <Fact title="Clock skew">
            {clockSkew === undefined ? 'not known' : skewWords(clockSkew)}
          </Fact>
          <Fact title="Last heartbeat" isSpanning>
            <Heartbeat source={source} />
          </Fact>
        </>
      )}
      {kinds.receives && (
        <Fact title="Refused deliveries, last day" isSpanning>
          <Refused source={source} />
        </Fact>
      )}
    </dl>
  );
}

/** Who may not read the whole catalog is not told when something came. */
function whenNever({ documents }: SourceView): string {
  return documents ? 'never' : 'not shown';
}

/** What was turned away, and why, in the words its sender was told. */
function Refused({ source: { refused } }: { source: SourceView }) {
  if (!refused || refused.length === 0) {
    return <>{refused ? 'none' : 'not shown'}</>;
  }
  return (
    <>
      {refused.map(({ code, count }) => (
        <div key={code}>
          <span className={styles.doubtful}>
            {count.toLocaleString('en-US')}
          </span>
          {': '}
          {meaningOf(code)}
        </div>
      ))}
    </>
  );
}

/** A newer backend may know more codes. */
function meaningOf(code: string): string {
  return code in errorCodes ? errorCodes[code as ErrorCode].meaning : code;
}

/** What a source says happened, and what of it it told us by itself. */
export function reconciled(counts: {
  expected: number;
  received: number;
  missed: number;
}) {
  const { expected, received, missed } = counts;
  return (
    <>
      {received} of {expected}
      {missed > 0 && <span className={styles.doubtful}>, {missed} missed</span>}
    </>
  );
}

function lagWords({ waiting, recorded }: SourceView['lag']): string {
  const parts = [
    ...(recorded === undefined
      ? []
      : [`${formatMilliseconds(recorded)} until recorded`]),
    ...(waiting === undefined
      ? []
      : [`the oldest has waited for ${formatMilliseconds(waiting)}`]),
  ];
  return parts.join('; ') || 'not known';
}

function Heartbeat({ source }: { source: SourceView }) {
  const { lastHeartbeat } = source;
  if (!lastHeartbeat) {
    return <>none yet</>;
  }
  const { at, complete, problem, target } = lastHeartbeat;
  return (
    <>
      <RelativeTime instant={at} />
      {!complete && (
        <div className={styles.doubtful}>
          {target}: {problem ?? 'incomplete'}
        </div>
      )}
    </>
  );
}
