/** Paths of the API without project and query, as `request` has them. */
export const PATHS = {
  repository: /^GET \/[^/]+\/_apis\/git\/repositories\/[^/?]+\?/,
  pullRequest: /\/pullrequests\/\d+\?/,
  pullRequestCommits: /\/pullrequests\/\d+\/commits\?/,
  iterations: /\/pullrequests\/\d+\/iterations\?/,
  threads: /\/pullrequests\/\d+\/threads\?/,
  pushes: /\/git\/repositories\/[^/?]+\/pushes\?/,
  pushCommits:
    /^[^?]*\/git\/repositories\/[^/?]+\/commits\?(?:[^#]*&)?pushId=(\d+)(?:&|$)/,
  builds: /\/_apis\/build\/builds\?/,
  timeline: /\/_apis\/build\/builds\/(\d+)\/timeline\?/,
  policies: /\/_apis\/policy\/configurations\?/,
  environment: /\/_apis\/distributedtask\/environments\/\d+\?/,
  records: /\/environments\/\d+\/environmentdeploymentrecords\?/,
  checks: /\/_apis\/pipelines\/checks\/configurations\?/,
  approvals: /\/_apis\/pipelines\/approvals\?/,
  generalSettings: /\/_apis\/build\/generalsettings\?/,
  retention: /\/_apis\/build\/retention\?/,
  queues: /\/_apis\/distributedtask\/queues\?/,
  agents: /\/_apis\/distributedtask\/pools\/(\d+)\/agents\?/,
} as const;
