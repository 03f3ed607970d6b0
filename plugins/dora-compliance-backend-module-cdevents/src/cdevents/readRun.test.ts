import type { Event } from '../__testUtils__/events';
import { read, URN } from '../__testUtils__/readEvent';

describe('a run', () => {
  it.each([
    ['success', 'success'],
    ['failure', 'failure'],
    ['error', 'failure'],
    ['cancel', 'cancelled'],
    ['pass', 'success'],
    ['fail', 'failure'],
    ['odd', 'other'],
    [undefined, 'other'],
  ])('that ended with %s is %s', (outcome, expected) => {
    for (const file of ['pipelinerun.finished', 'taskrun.finished']) {
      expect(
        read(file, ({ subject }) => {
          subject.content.outcome = outcome;
        })?.predicate,
      ).toMatchObject({ outcome: expected });
    }
  });

  it('is the same thing to its tasks', () => {
    const [run] = read('pipelinerun.finished')?.subjects ?? [];
    expect(run).toEqual({ kind: 'pipeline-run', uri: `${URN}:run-41` });
    expect(read('taskrun.finished')?.subjects).toContainEqual(run);
  });

  it('may be of a task of another source', () => {
    expect(
      read('taskrun.finished', ({ subject }) => {
        subject.content.pipelineRun = { id: '7', source: 'https://ci' };
      })?.subjects,
    ).toContainEqual({
      kind: 'pipeline-run',
      uri: 'urn:cdevents:https%3A%2F%2Fci:7',
    });
  });

  it('is linked to by web addresses alone', () => {
    const readUrl = (uri: string) =>
      read('pipelinerun.finished', ({ subject }) => {
        subject.content.uri = uri;
      })?.predicate;
    expect(readUrl('https://ci/7')).toMatchObject({
      run: { url: 'https://ci/7' },
    });
    expect(readUrl('data:text/html,x')).toMatchObject({
      run: { url: `${URN}:run-41` },
    });
  });

  it('of tests names the suite and where it ran', () => {
    expect(read('testsuiterun.finished')).toMatchObject({
      type: 'test-suite-finished',
      predicate: {
        suite: {
          id: 'booking',
          name: 'Booking',
          url: 'https://git.bank.example/t',
        },
        outcome: 'failure',
        environment: { name: 'eu-live', production: false },
      },
    });
  });

  it.each([
    ['canceled', 'cancelled'],
    ['aborted', 'cancelled'],
    ['skipped', 'skipped'],
    ['timeout', 'other'],
  ])('ends %s as %s', (outcome, said) => {
    const change = (event: Event) => {
      event.subject.content.outcome = outcome;
    };
    expect(read('pipelinerun.finished', change)?.predicate).toMatchObject({
      outcome: said,
    });
  });
});
