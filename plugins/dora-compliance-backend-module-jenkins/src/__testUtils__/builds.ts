/**
 * What Jenkins reports about builds, by hand, in the shapes of its remote API.
 */
type Json = Record<string, unknown>;

/** 2026-01-01T10:00:00Z */
export const STARTED = 1_767_261_600_000;

/** A finished build of a freestyle job, as `GET <build>/api/json` gives it. */
export function freestyleBuild(fields: Json = {}): Json {
  return {
    _class: 'hudson.model.FreeStyleBuild',
    actions: [
      {
        _class: 'hudson.model.ParametersAction',
        parameters: [
          {
            _class: 'hudson.model.StringParameterValue',
            name: 'ACCOUNTS',
            value: 'all',
          },
          {
            _class: 'hudson.model.BooleanParameterValue',
            name: 'DRY_RUN',
            value: false,
          },
        ],
      },
      {
        _class: 'hudson.model.CauseAction',
        causes: [
          {
            _class: 'hudson.model.Cause$UserIdCause',
            shortDescription: 'Started by user anonymous',
            userId: null,
            userName: 'anonymous',
          },
        ],
      },
      {},
      {
        _class: 'org.jenkinsci.plugins.displayurlapi.actions.RunDisplayAction',
      },
    ],
    artifacts: [],
    building: false,
    description: null,
    displayName: '#10',
    duration: 60_750,
    estimatedDuration: 60_000,
    executor: null,
    fullDisplayName: 'reconcile #10',
    id: '10',
    keepLog: false,
    number: 10,
    queueId: 73,
    result: 'SUCCESS',
    timestamp: STARTED,
    url: 'https://ci.example/jenkins/job/reconcile/10/',
    builtOn: '',
    changeSet: { items: [], kind: null },
    culprits: [],
    ...fields,
  };
}

/** Parameters that have a name and no value in the remote API. */
export const withoutValue = [
  { _class: 'hudson.model.PasswordParameterValue', name: 'SECRET' },
  { _class: 'hudson.model.FileParameterValue', name: 'statement.csv' },
  {
    _class: 'hudson.model.RunParameterValue',
    name: 'UPSTREAM',
    jobName: 'reconcile',
    number: '9',
  },
];

/** A stage as the stage view gives it. */
export function stage(id: string, name: string, fields: Json = {}): Json {
  return {
    _links: {
      self: {
        href: `/jenkins/job/Pay%20out/16/execution/node/${id}/wfapi/describe`,
      },
    },
    id,
    name,
    execNode: '',
    status: 'SUCCESS',
    startTimeMillis: STARTED,
    durationMillis: 5_000,
    pauseDurationMillis: 0,
    ...fields,
  };
}

/** Build 16 of a pipeline, as `GET <build>/wfapi/describe` gives it. */
export function stageView(stages: Json[] = threeStages()): Json & {
  stages: Json[];
} {
  return {
    _links: { self: { href: '/jenkins/job/Pay%20out/16/wfapi/describe' } },
    id: '16',
    name: '#16',
    status: 'SUCCESS',
    startTimeMillis: STARTED,
    endTimeMillis: STARTED + 30_000,
    durationMillis: 30_000,
    queueDurationMillis: 3,
    pauseDurationMillis: 0,
    stages,
  };
}

/** Two stages that are over, and one that waits for somebody. */
function threeStages(): Json[] {
  return [
    stage('5', 'Build'),
    stage('8', 'Test', { startTimeMillis: STARTED + 5_000 }),
    stage('10', 'Deploy', {
      startTimeMillis: STARTED + 10_000,
      durationMillis: 7,
      status: 'PAUSED_PENDING_INPUT',
    }),
  ];
}

/** A job, as `GET <job>/api/json` gives it. */
export function freestyleJob(fields: Json = {}): Json {
  return {
    _class: 'hudson.model.FreeStyleProject',
    actions: [{}],
    description: '',
    displayName: 'reconcile',
    name: 'reconcile',
    fullName: 'reconcile',
    url: 'https://ci.example/jenkins/job/reconcile/',
    buildable: true,
    builds: [
      { number: 10, url: 'https://ci.example/jenkins/job/reconcile/10/' },
    ],
    property: [],
    queueItem: null,
    upstreamProjects: [],
    ...fields,
  };
}

/** Machines, as old releases of Jenkins give them: without their labels. */
export function computersWithoutLabels(): Json {
  return {
    busyExecutors: 0,
    computer: [
      { displayName: 'master', idle: true, offline: false },
      { displayName: 'linux-1', idle: true, offline: true },
    ],
    totalExecutors: 2,
  };
}
