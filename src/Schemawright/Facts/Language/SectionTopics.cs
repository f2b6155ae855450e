namespace Schemawright.Facts.Language;

/// <summary>Topics of sections that seldom state data: process, interface, infrastructure, prose.</summary>
/// <remarks>
/// A word that may also name a product's own things (pipeline, container, network, budget, team) speaks only as a whole
/// heading or in a fixed phrase, so that "Pipeline stages" of a sales product stays data.
/// </remarks>
internal static class SectionTopics
{
    private static readonly string[] MachineRules = ["alerting rules", "alert rules", "firewall rules", "scaling rules", "caching rules"];

    private static readonly string[] Data =
    [
        "data model*", "database schema", "entity", "entities", "business rule*", "validation", "constraint*", "retention", "permission*", "privacy", "acceptance criteria",
        "edge case*", "scale requirement*", "invariant*", "calculation*", "state machine*", "data protection", "data security", "rules",
    ];

    private static readonly (string[] Whole, string[] Phrases) Process =
    (
        ["steps", "testing", "journey", "failover", "rollback", "containment", "eradication", "workflows", "workflow"],
        [
            "process flow*", "core workflows", "user journey*", "journey 1", "journey 2", "journey 3", "user flow*", "flow steps", "flow diagram", "user experience flow*", "incident response", "failover procedure*",
            "testing strategy", "test strategy", "unit tests", "integration tests", "end-to-end tests", "migration strategy", "data migration strategy", "rollback strategy", "ci/cd", "deployment pipeline", "critical user paths",
            "post-incident", "detection & analysis", "eradication & recovery", "secure development", "sdlc", "penetration testing", "vulnerability assessment", "change process", "performance testing", "load testing*",
            "performance test script", "security testing",
        ]
    );

    private static readonly (string[] Whole, string[] Phrases) Interface =
    (
        ["ux", "ui", "screens", "api", "rest", "graphql", "webhooks", "brand", "offline", "accessibility"],
        [
            "ux/ui", "ui/ux", "user interface", "user experience", "accessibility", "wcag", "assistive technology", "browser*", "responsive design", "responsiveness", "mobile responsive", "visual style", "typography", "color palette",
            "colour palette", "brand personality", "brand guidelines", "design requirements", "design principles", "error message*", "error state*", "localization", "localisation", "internationalization", "internationalisation",
            "api specification*", "api design", "api endpoints", "api requirements", "api reference", "api security", "api performance", "api optimization", "api features", "rest api", "core endpoints", "rest endpoints", "endpoints",
            "webhook events", "security headers", "device compatibility", "mobile support", "platform requirements", "target platforms", "web application", "mobile application", "desktop application", "offline capability", "error recovery",
            "error handling", "cross-platform*", "tone of voice", "platform-specific features", "key emotions",
        ]
    );

    private static readonly (string[] Whole, string[] Phrases) Infrastructure =
    (
        ["infrastructure", "network", "monitoring", "deployment", "compute", "hosting", "containers", "frontend", "backend", "cache", "scaling", "devops", "secrets"],
        [
            "infrastructure requirements", "infrastructure security", "network security", "network architecture", "network segmentation", "monitoring & logging", "monitoring and logging", "system monitoring", "performance monitoring",
            "security monitoring", "cost monitoring", "observability", "load balanc*", "cdn", "auto-scaling", "autoscaling", "scaling strategy", "scaling policies", "predictive scaling", "container security", "container images", "secrets management",
            "caching", "cache implementation", "cache invalidation", "cdn configuration", "development environment", "local development", "environment variables", "service mesh", "frontend optimization", "backend optimization",
            "query optimization", "database optimization", "graphql optimization", "image optimization", "resource optimization", "optimization strategies", "application performance", "performance tuning", "alerting rules", "siem", "tls",
            "data in transit", "encryption in transit", "read replica strategy", "system architecture", "architecture overview", "architectural patterns", "architecture for scale", "technology stack", "tech stack", "rate limiting",
            "vendor assessment", "supply chain security", "third-party security", "metrics dashboard", "microservices", "deployment procedures", "password policy", "password management", "session management", "authentication methods", "multi-factor authentication", "security principles",
        ]
    );

    private static readonly (string[] Whole, string[] Phrases) Prose =
    (
        ["market", "marketing", "competition", "launch", "risks", "vision", "mission", "references", "training", "budget", "background", "motivation", "problem", "goals", "timeline", "milestones", "team", "appendices", "appendix", "assumptions", "contacts", "success", "kpis", "objectives", "objectives & kpis", "objectives and kpis", "goals & kpis", "goals and kpis", "kpis & objectives"],
        [
            "executive summary", "problem statement", "solution overview", "market context", "market analysis", "market gaps", "market opportunity", "market characteristics", "target market", "competitive analysis", "competitors", "business model",
            "go-to-market", "launch strategy", "launch plan", "timeline estimates", "timeline & milestones", "project timeline", "development phases", "key milestones", "team structure", "development team", "core team", "risks & mitigation",
            "risks and mitigation", "technical risks", "business risks", "risk mitigation", "success metrics", "success criteria", "vision statement", "mission statement", "product vision", "target audience", "target users", "primary users", "secondary users",
            "value proposition", "emotional journey", "contact information for", "security contacts", "training requirements", "training program", "awareness & training", "next steps", "pricing strategy", "pricing model", "cost optimization",
            "cost per", "budget constraints", "user research", "feature priorities", "implementation priority", "dependency order", "business opportunities", "pain points", "user frustrations", "key differentiators", "business metrics",
            "user satisfaction", "security champions", "security awareness", "user onboarding", "quality metrics", "user adoption", "efficiency gains", "financial impact", "security metrics", "technical metrics", "business kpis", "key objectives",
        ]
    );

    public static HeadingTopic Of(string heading)
    {
        var name = HeadingNames.Of(heading);
        return heading.Says(MachineRules) ? HeadingTopic.Infrastructure
            : heading.Says(Data) ? HeadingTopic.None
            : Speaks(heading, name, Prose) ? HeadingTopic.Prose
            : Speaks(heading, name, Process) ? HeadingTopic.Process
            : Speaks(heading, name, Interface) ? HeadingTopic.Interface
            : Speaks(heading, name, Infrastructure) ? HeadingTopic.Infrastructure
            : HeadingTopic.None;
    }

    private static bool Speaks(string heading, string name, (string[] Whole, string[] Phrases) words) =>
        words.Whole.Contains(name, StringComparer.OrdinalIgnoreCase) || heading.Says(words.Phrases);
}
