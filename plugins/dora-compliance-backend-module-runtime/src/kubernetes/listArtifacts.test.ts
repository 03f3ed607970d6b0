import { digests, list, pod, running } from '../__testUtils__/documents';
import { read, readArtifacts } from '../__testUtils__/read';

const image = 'ghcr.io/bank/ledger:1.4.0';
const ledger = {
  name: 'ghcr.io/bank/ledger',
  version: '1.4.0',
  workload: 'Deployment ledger',
};
const since = '2026-03-30T08:00:00.000Z';

/** The artifacts of a pod with one container, whose status is given. */
const readStatus = (status: object | undefined, phase = 'Running') =>
  readArtifacts(
    list([
      pod({
        status: { phase, containerStatuses: status ? [status] : undefined },
      }),
    ]),
  );

it('takes the digest from the node, and name and tag from the specification', () => {
  expect(readArtifacts(list([pod()]))).toEqual([
    { ...ledger, digest: digests.a, since },
  ]);
});

it.each([
  [`docker-pullable://ghcr.io/bank/ledger@${digests.b}`, digests.b],
  [`ghcr.io/bank/ledger@${digests.b}`, digests.b],
  // The first repository that the node knows the image from.
  [`mirror.bank/cache@${digests.b}`, digests.b],
  [`docker://${digests.b}`, undefined],
  [digests.b, undefined],
  ['', undefined],
])('of the image id %s, the digest is %s', (imageID, digest) => {
  expect(readStatus(running('app', image, imageID))).toEqual([
    { ...ledger, ...(digest && { digest }), since },
  ]);
});

it('takes a digest that the node reports in the name of the image', () => {
  const pinned = `ghcr.io/bank/ledger@${digests.c}`;
  const [artifact] = readStatus(running('app', pinned, digests.b));
  expect(artifact).toMatchObject({ digest: digests.c });
});

it('does not take the digest that was asked for as the one that runs', () => {
  const containers = [
    { name: 'app', image: `ghcr.io/bank/ledger@${digests.c}` },
  ];
  const [artifact] = readArtifacts(
    list([
      pod({
        spec: { containers },
        status: { containerStatuses: [running('app', image, digests.b)] },
      }),
    ]),
  );
  expect(artifact).not.toHaveProperty('digest');
});

it('has containers that initialize and debug, too', () => {
  const artifacts = readArtifacts(
    list([
      pod({
        spec: {
          initContainers: [{ name: 'init', image: 'init:1' }],
          ephemeralContainers: [{ name: 'debug', image: 'debug:2' }],
        },
        status: {
          initContainerStatuses: [
            {
              ...running('init', 'init:1', `init@${digests.b}`),
              state: { terminated: { exitCode: 0 } },
            },
          ],
          ephemeralContainerStatuses: [
            running('debug', 'debug:2', `debug@${digests.c}`),
          ],
        },
      }),
    ]),
  );
  expect(artifacts.map(({ name, digest }) => [name, digest])).toEqual([
    ['debug', digests.c],
    ['ghcr.io/bank/ledger', digests.a],
    ['init', digests.b],
  ]);
});

it('has a container that the specification does not have', () => {
  const artifacts = readArtifacts(
    list([
      pod({
        status: {
          containerStatuses: [
            running('injected', 'mesh:3', `mesh@${digests.b}`),
          ],
        },
      }),
    ]),
  );
  expect(artifacts.map(({ name }) => name)).toEqual([
    'ghcr.io/bank/ledger',
    'mesh',
  ]);
});

const id = `ghcr.io/bank/ledger@${digests.a}`;
const waiting = { waiting: { reason: 'CrashLoopBackOff' } };
const ended = { terminated: { exitCode: 1 } };

it.each([
  ['runs', 'Running', {}, 1],
  [
    'crashes again and again',
    'Running',
    { state: waiting, lastState: ended },
    1,
  ],
  ['ended, in a pod that runs', 'Running', { state: ended }, 1],
  ['never started', 'Running', { state: waiting, imageID: '' }, 0],
  ['initializes a pod', 'Pending', {}, 1],
  ['runs on a node that is not heard', 'Unknown', {}, 1],
  ['ended with its pod', 'Succeeded', { state: ended }, 0],
  ['failed with its pod', 'Failed', { state: ended }, 0],
])('a container that %s (%s) counts', (_, phase, changes, count) => {
  const status = { ...running('app', image, id), ...changes };
  expect(readStatus(status, phase)).toHaveLength(count);
});

it('a container without a status counts if its pod runs, without a digest', () => {
  expect(readStatus(undefined)).toEqual([ledger]);
  expect(readStatus(undefined, 'Pending')).toEqual([]);
});

it.each([
  [pod({ status: { phase: undefined } }), 'status.phase'],
  [{ ...pod(), status: undefined }, 'status is missing'],
  [pod({ status: { phase: 'Sleeping' } }), 'status.phase'],
  [pod({ spec: { containers: [] } }), 'spec.containers is empty'],
  [
    pod({ spec: { containers: Array(1001).fill(7) } }),
    'spec.containers Too big',
  ],
  [
    pod({
      spec: { containers: [{ name: 'app' }] },
      status: { containerStatuses: undefined },
    }),
    'the container app has no image',
  ],
])(
  'a pod that can not be read makes its entity incomplete (%#)',
  (bad, why) => {
    const { said, flaws } = read(list([bad]));
    const problem = expect.stringContaining(why);
    expect(said).toMatchObject([
      { entity: 'component:default/ledger', complete: false, problem },
    ]);
    expect(flaws).toEqual([
      expect.stringMatching(
        /^items\.0 \(Pod core\/ledger-5c477988cc-cx4jv\): /,
      ),
    ]);
    expect(flaws[0]).toContain(why);
  },
);

it('leaves out a time that can not be read', () => {
  const status = {
    ...running('app', image, id),
    state: { running: { startedAt: 'soon' } },
  };
  expect(readStatus(status)).toEqual([{ ...ledger, digest: digests.a }]);
});
