export interface Config {
  doraCompliance?: {
    /**
     * Alerts of Grafana. Without `webhookSecrets` or `webhookTokens`,
     * the module is off and logs this.
     */
    grafana?: {
      /**
       * Secrets of the HMAC signature of the contact point (Grafana 12 and later). To
       * rotate, list the old and the new one. Default: none.
       * @deepVisibility secret
       */
      webhookSecrets?: Array<
        | string
        | {
            /** The secret. */
            secret: string;
            /**
             * Patterns of what its deliveries may be about: entities and
             * repositories, such as `component:default/ledger` and
             * `github.com/bank/ledger`. A pattern also covers everything below
             * it. `*` matches anything except a slash, `**` matches anything.
             * Statements about anything else are refused. Default: no limit.
             */
            scope?: string[];
          }
      >;
      /**
       * Tokens that Grafana sends as `Authorization: Bearer <token>`, or as the
       * password of `Authorization: Basic`. They count only if a delivery has no
       * signature. Default: none.
       * @deepVisibility secret
       */
      webhookTokens?: Array<
        | string
        | {
            /** The secret. */
            secret: string;
            /**
             * Patterns of what its deliveries may be about: entities and
             * repositories, such as `component:default/ledger` and
             * `github.com/bank/ledger`. A pattern also covers everything below
             * it. `*` matches anything except a slash, `**` matches anything.
             * Statements about anything else are refused. Default: no limit.
             */
            scope?: string[];
          }
      >;
      /**
       * How far the signed time of a delivery may be from the clock of the backend.
       * Default: PT5M.
       */
      signatureTolerance?: string;
      /**
       * Which catalog entity a service is, if an alert does not name it. The
       * first rule that matches counts. Default: none.
       */
      services?: Array<{
        /**
         * A pattern of the name or the id of the service: `*` matches anything
         * except a slash, `**` matches anything.
         */
        name: string;
        /** The entity, such as `component:default/ledger`. */
        entity: string;
        /**
         * Where the service runs, by the name that pipelines deploy to, if an alert
         * does not say it. Default: not known.
         */
        environment?: string;
      }>;
      /**
       * Names of production environments, in addition to prod and
       * production. Default: none.
       */
      productionEnvironments?: string[];
      /**
       * Names of environments that are not production. Without this, an
       * environment whose name does not say what it is, such as live or blue,
       * may be production. Default: none.
       */
      nonProductionEnvironments?: string[];
      /**
       * Labels or annotations that name the catalog entity, the best first.
       * Default: dora_compliance_entity.
       */
      entityLabels?: string[];
      /**
       * Labels or annotations with the address of the repository, the best first.
       * Default: dora_compliance_repository.
       */
      repositoryLabels?: string[];
      /**
       * Labels or annotations with the name of the service, the best first.
       * Default: service.
       */
      serviceLabels?: string[];
      /**
       * Labels or annotations with the name of the environment, the best first.
       * Default: environment and env.
       */
      environmentLabels?: string[];
    };
  };
}
