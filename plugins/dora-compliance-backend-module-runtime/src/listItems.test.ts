import { application, list, pod } from './__testUtils__/documents';
import { read } from './__testUtils__/read';

/** The API leaves out the kind of the items of a list. */
const fromApi = (kind: string | undefined, items: object[], metadata = {}) => ({
  ...(kind && { kind, apiVersion: 'v1' }),
  metadata: { resourceVersion: '7', ...metadata },
  items: items.map(item => ({
    ...item,
    kind: undefined,
    apiVersion: undefined,
  })),
});

describe('a document', () => {
  it.each([
    ['a list of kubectl', list([pod()])],
    ['a list of the API of Kubernetes', fromApi('PodList', [pod()])],
    ['a list of applications', fromApi('ApplicationList', [application()])],
    ['a list of the API of Argo CD', fromApi(undefined, [application()])],
    ['a list of the command line of Argo CD', [application()]],
    ['an application', application()],
    [
      'an application of the command line of Argo CD',
      { ...application(), kind: undefined, apiVersion: undefined },
    ],
    ['a list of several kinds', list([{ kind: 'Service' }, pod()])],
  ])('may be %s', (_, payload) => {
    const { said, flaws } = read(payload);
    expect(said).toMatchObject([{ complete: true }]);
    expect(said[0]?.artifacts).toHaveLength(1);
    expect(flaws).toEqual([]);
  });

  it('that is a single pod is incomplete', () => {
    const { said, flaws } = read(pod());
    const problem =
      'the document is a single Pod, so other pods may run: send a list of all pods';
    expect(said).toMatchObject([{ complete: false, problem }]);
    expect(flaws).toEqual([problem]);
  });

  it.each([
    { continue: 'token' },
    { remainingItemCount: 3 },
    { shardInfo: { selector: 'x' } },
  ])('that is a part of a list (%j) is incomplete', metadata => {
    for (const payload of [
      list([pod()], metadata),
      fromApi('ApplicationList', [application()], metadata),
    ]) {
      const { said, flaws } = read(payload);
      expect(said).toMatchObject([
        {
          complete: false,
          problem: expect.stringContaining('send the whole list'),
        },
      ]);
      expect(flaws).toHaveLength(1);
    }
  });

  it.each([
    ['', list([pod()], { continue: '' })],
    ['null', list([pod()], { continue: null, remainingItemCount: 0 })],
  ])('is whole if what remains is %s', (_, payload) => {
    expect(read(payload).said).toMatchObject([{ complete: true }]);
  });

  it.each([[list([])], [{ kind: 'PodList', items: null }]])(
    'that is empty says nothing, and this is reported',
    payload => {
      expect(read(payload)).toEqual({
        said: [],
        flaws: ['the list is empty: nothing says which entity runs nothing'],
      });
    },
  );
});

describe('a document is rejected', () => {
  const send =
    'Send what one of these prints: kubectl get pods -A -o json, kubectl get applications.argoproj.io -A -o json';

  it.each([
    [7, `payload must be an object. ${send}`],
    [null, `payload must be an object. ${send}`],
    [{}, `kind is not named, which says nothing about what runs. ${send}`],
    [
      { kind: 'Status', message: 'pods is forbidden' },
      `kind is Status, which says nothing about what runs. ${send}`,
    ],
    [
      { kind: 'Deployment', metadata: {} },
      `kind is a single Deployment, which says nothing about what runs. ${send}`,
    ],
    [
      list([{ kind: 'Service' }, { kind: 'Secret' }]),
      `kind is Service, Secret, which says nothing about what runs. ${send}`,
    ],
    [
      list([{ kind: 'Application', apiVersion: 'app.k8s.io/v1beta1' }]),
      `kind is Application of another API, which says nothing about what runs. ${send}`,
    ],
    [
      list(Array(50_001).fill(null)),
      'the list has 50001 objects, and at most 50000 are read: send each namespace in a delivery of its own',
    ],
    [{ items: 7 }, 'items must be array, not number'],
    [
      list([{ kind: 'Pod' }]),
      'an object of the document can not be read; the document has no pods: add pods to the list\nitems.0: metadata is missing',
    ],
  ])('with a reason (%#)', (payload, reason) => {
    expect(read(payload).rejected).toBe(`runtime: ${reason}`);
  });
});
