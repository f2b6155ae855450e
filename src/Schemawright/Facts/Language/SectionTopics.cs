namespace Schemawright.Facts.Language;

/// <summary>Topics of sections that seldom state data: process, interface, infrastructure, prose.</summary>
internal static class SectionTopics
{
    private static readonly string[] DataWords =
    [
        "data model*", "database schema", "entit*", "business rule*", "validation", "constraint*", "retention", "permission*", "privacy", "acceptance criteria",
        "edge case*", "scale requirement*", "invariant*", "calculation*", "state machine*", "data protection", "data security",
    ];

    private static readonly string[] Process =
    [
        "process flow", "workflow*", "user journey*", "journey", "user flow*", "flow steps", "flow diagram", "steps", "user experience flow*", "incident response", "failover", "testing",
        "test strategy", "migration strategy", "rollback", "ci/cd", "pipeline", "critical user paths", "containment", "eradication", "post-incident", "detection & analysis",
        "secure development", "sdlc", "penetration", "vulnerability assessment", "change process", "version control",
    ];

    private static readonly string[] Interface =
    [
        "ux", "ui", "ux/ui", "user interface", "user experience", "accessibility", "wcag", "assistive technology", "browser*", "responsive*", "responsiveness", "screen*", "visual style", "typography",
        "color palette", "colour palette", "brand", "design requirements", "design principles", "error message*", "error state*", "localization", "localisation", "internationalization",
        "internationalisation", "api", "endpoint*", "rest endpoints", "webhook*", "security headers", "device", "mobile support", "mobile", "platform requirements", "target platforms", "web application",
        "offline", "error recovery", "error handling", "user interactions", "cross-platform*", "tone of voice",
    ];

    private static readonly string[] Infrastructure =
    [
        "infrastructure", "network*", "monitoring", "observability", "deployment", "load balanc*", "load testing", "performance testing", "cdn", "auto-scaling", "autoscaling", "scaling", "container*", "secrets",
        "cache", "caching", "compute", "hosting", "development environment", "local development", "environment variables", "service mesh", "optimization", "optimisation",
        "alerting*", "siem", "tls", "data in transit", "encryption in transit", "replica*", "system architecture", "architecture overview", "architectural patterns", "technology stack", "frontend", "backend",
        "rate limiting", "vendor assessment", "supply chain", "third-party security",
    ];

    private static readonly string[] Prose =
    [
        "executive summary", "problem statement", "solution overview", "market", "market context", "marketing", "competition", "competitive", "business model", "go-to-market", "launch*",
        "timeline*", "milestone*", "development phases", "team", "team structure", "risk*", "success metrics", "success criteria", "vision", "mission", "target audience", "target market", "target users",
        "primary users", "secondary users", "value proposition", "key emotions", "emotional journey", "brand personality", "contacts", "contact information", "references", "training", "next steps",
        "pricing", "cost", "cost optimization", "cost monitoring", "budget", "user research", "feature priorities", "implementation priority", "dependency order", "business opportunities", "pain points", "market gaps",
        "user frustrations", "key differentiators", "business metrics", "user satisfaction", "security champions", "security awareness", "user onboarding", "appendix", "appendices", "quality metrics",
        "user adoption", "efficiency gains", "financial impact", "security metrics", "problem", "background", "motivation",
    ];

    public static HeadingTopic Of(string heading) =>
        heading.Says(DataWords) ? HeadingTopic.None
        : heading.Says(Prose) ? HeadingTopic.Prose
        : heading.Says(Process) ? HeadingTopic.Process
        : heading.Says(Interface) ? HeadingTopic.Interface
        : heading.Says(Infrastructure) ? HeadingTopic.Infrastructure
        : HeadingTopic.None;
}
