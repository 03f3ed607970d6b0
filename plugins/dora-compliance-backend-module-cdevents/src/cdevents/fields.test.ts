import { describeProblem } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { type Event, buildEvent } from '../__testUtils__/events';
import { read } from '../__testUtils__/readEvent';

describe('fields', () => {
  const required: Record<string, string[]> = {
    'approval.closed': [
      'approvalDetailsUrl',
      'resourceTargetUrl',
      'responder',
      'decision',
      'status',
    ],
    'artifact.published': [],
    'artifact.signed': ['signature'],
    'branch.deleted': [],
    'incident.detected': ['environment'],
    'incident.reported': ['environment', 'ticketURI'],
    'incident.resolved': ['environment'],
    'pipelinerun.finished': [],
    'repository.created': [],
    'repository.deleted': [],
    'repository.modified': [],
    'service.deployed': ['environment', 'artifactId'],
    'service.rolledback': ['environment', 'artifactId'],
    'service.upgraded': ['environment', 'artifactId'],
    'taskrun.finished': [],
    'testsuiterun.finished': ['environment', 'outcome'],
  };

  /** Which members of a part an event can't be read without. */
  const demanded = (predicate: string, part: string) => {
    const selectPart = ({ context, subject }: Event) =>
      ((
        { context, subject, content: subject.content } as Record<
          string,
          Record<string, unknown>
        >
      )[part]!);
    return Object.keys(selectPart(buildEvent(predicate))).filter(name => {
      try {
        read(predicate, event => delete selectPart(event)[name]);
        return false;
      } catch (error) {
        return describeProblem(error).includes(`${name} is missing`);
      }
    });
  };

  it.each(Object.entries(required))(
    'of %s that the specification demands are %j',
    (predicate, names) => {
      expect(demanded(predicate, 'content')).toEqual(names);
    },
  );

  it.each([
    ['context', ['specversion', 'id', 'source', 'type', 'timestamp']],
    ['subject', ['id', 'content']],
  ])('of the %s that all events must have are %j', (part, names) => {
    expect(demanded('service.deployed', part)).toEqual(names);
  });

  it.each([
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z'],
    ['2026-01-05t10:30:00.5+02:00', '2026-01-05T08:30:00.500Z'],
    ['2026-01-05T10:30:00.123456789Z', '2026-01-05T10:30:00.123Z'],
  ])('may tell the time as %s', (timestamp, at) => {
    expect(
      read('service.deployed', ({ context }) => {
        context.timestamp = timestamp;
      })?.observedAt,
    ).toBe(at);
  });

  it.each(['2026-01-05', '2026-01-05T10:30:00', '2026-02-30T25:00:00Z', 7, ''])(
    'may not tell the time as %s',
    timestamp => {
      expect(() =>
        read('service.deployed', ({ context }) => {
          context.timestamp = timestamp;
        }),
      ).toThrow(/timestamp/);
    },
  );
});
