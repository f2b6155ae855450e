namespace Schemawright.Facts.Language.Grammar;

/// <summary>The verbs that sentences on data use, in their base form. A star marks those that are as often nouns.</summary>
internal static class VerbWords
{
    private const string Bases =
        """
        accept access* accompany accommodate achieve acquire act add address* adjust administer admit adopt advise affect agree aim allocate allow announce answer* appear apply appoint
        approve archive* arrange arrive ask assess assign assist associate attach attend audit* author* authorize authorise award* base* bear become begin belong bid* bill* block* board* book*
        borrow bring broadcast* browse build bundle* buy calculate call* cancel capture care* carry cast* categorize categorise cause* celebrate chair* change* characterize characterise charge* chat* check* choose
        claim* classify clean close* coach* code* collaborate collect combine come comment* communicate compare compete complete compose comprise concern* conduct confirm connect consist construct consult contact*
        contain contract* contribute control* convert cook* coordinate* copy* correspond cost* cover* create credit* customize customise date* deal* decide declare define delete deliver demand* denote depart depend deploy
        deposit* describe design* designate destine detail* determine develop diagnose direct discount* discuss display* dispatch distribute divide document* donate download* draw drive* drop earn edit educate
        elect employ enable enclose end* engage enrol enroll ensure enter equip establish estimate* evaluate examine exchange* execute exercise* exhibit* exist expect experience* expire export* express face* facilitate
        fall feature* feed* file* fill find finish fit fix flag* fly focus* follow forecast* form* forward* found fund* generate get give go govern grade* grant* graduate* group* grow guarantee* guide*
        handle hang happen head* help* hire* hold host* house* identify implement import* improve include increase* indicate influence* inform inherit inspect install instruct insure integrate interact invest
        invite invoice* involve issue* join judge* keep know label* land* last launch* lead* learn lease* leave* lend let level* license* lie like* limit* link* list* live load* loan* locate log* look lose
        maintain make manage manufacture map* mark* match* measure* mediate meet mention merge message* migrate mix* model* moderate modify monitor move* name* need* notify number* observe obtain occupy occur
        offer* open operate order* organize organise originate outline* oversee own pack* page* paint park* participate pass* pay* perform pick* place* plan* play* position* possess post* practice* practise prefer
        prepare prescribe present* preserve prevent price* print* process* procure produce* program* project* promote propose protect provide publish purchase* qualify question* queue* quote* raise range* rank* rate* reach
        read realize realise receive recommend record* recruit redeem reference* refer reflect refund* register* reject relate release* rely remain remove renew rent* repair* repeat replace reply* report* represent request*
        require research* reserve reside resolve respond restrict result* retain return* review* revise reward* ride* route* run* sail save say schedule* score* screen* search* seat* see select sell send separate serve
        service* set* settle share* ship* show* sign* sit situate sort* speak specialize specialise specify split* sponsor* staff* stand start* state* stay* stock* stop* store* structure* study* subdivide submit subscribe suffer suggest
        supervise supply* support* surround switch* tag* take talk* teach tell term* test* time* title* trace* track* trade* train* transfer* transform transport* travel* treat trigger* type* undergo understand undertake unite update*
        upgrade* upload* use* utilize utilise validate value* vary view* visit* volunteer* vote* wait walk* want warehouse* watch* weigh win wish* withdraw work* write
        assemble catalog* catalogue* certify co-author co-own commission* compile delegate depict derive differ earmark enlist entitle entrust inhabit initiate lecture* log-in mentor* narrate nominate originate perform* pilot* proceed
        process* process quarantine* rehearse reimburse reschedule screen* shelve stream* substitute summarize summarise tutor* verify captain* coach* cater curate finance* harvest* house* illustrate license* mount plant* pledge* premiere*
        steer water* love* prune paint* abandon breed* cross dispense fine* gather germinate hatch note* obtain owe pair* proofread put raise reach refuel scan* sow stamp* station* tick weigh worry broker accept compute round* retire
        do yield* ripen deserve amend arise bite* blend* bloom* bottle* bury calibrate certify chop collide commence compensate concede condense confer consign consume convene convey convict correct* cull cure* cut* dam* decorate deem defer
        dig dip* disable discard dismiss disqualify dive* dock* drain* dress* dye* eat embark emit empty* encounter endorse enforce entail erect escort evict exceed exclude excavate exempt expand express fetch* fire* flow*
        fold* forbid forgive forget freeze frighten glaze* graft* guard* halt* hand* hatch* heal heat* hide hunt* hurt ignore impose incur infect inflict inject injure insert* insulate insure intend interrupt interview* inseminate
        invent* iron* judge* kill knit lay lament lift* light* loan* lock* lower melt mend milk* mill* mine* mint* nest* notice* oblige obey oppose outgrow overlap* pour press* prohibit prosecute pull* pump* punch* punish push*
        quit rear* reassign recall* reclaim reconcile recover reduce refill* reimburse rely remember remind remit renovate reopen repay reprint* reside resell resign restore retrieve rotate sail* salt* saw* scrap* seal* secure seize seek
        shake shear shelter* shift* shine shut sign* sink* sketch* skip* sleep* smell* smoke* solve spend spin* spray* spread* stain* steal stick* stitch* store* strike* strip* suit* summon sum* surrender surprise* survey* sue swear
        swim* tailor* tie* tighten tow* tour* trap* treat trim* trust* tune* turn twist* unload unlock vacate verify violate wake* warn wash* waste* waive wear weave weld wipe wire* withhold wrap*
        cut* sew weave shoot* catch throw spend spread sweep swim sing steal stick* strike* swear tear* wear bind break* burn* dig freeze hide lay light* mow seek spin* wind* shake* bake brew* mill* ferment forge* weld solder varnish* polish*
        polish* engrave print* bottle* roast* slaughter wean* shear graft* prune irrigate fertilise fertilize spray* appeal* summon prosecute represent amend* abolish propose adjourn convene preside chair* moderate
        impose waive reschedule postpone adjourn penalise penalize disqualify nurse* foster* tame vouch underwrite reinsure indemnify impound tow* moor anchor* ferry* haul* unload restore* curate* bequeath hoist calibrate
        produce referee* rescue* sculpt season* stage* sublet transcribe translate uninstall vaccinate
        react interact cooperate descend emerge evolve fail gain hope* ignite* kneel lean* leap mount* navigate opt originate persist pursue retrieve roam succeed tend* thrive unfold vanish wander merge* shop* commute subsist relocate settle rotate terminate enjoy bear incur exhibit retire reopen
        distinguish encompass adjoin lodge allot second* span* flank cup* infringe incline apportion bring recur outrank precede confine
        swap* cultivate ascend ache adapt admire advertise afford aid* alert* align alter amount* analyse analyze annotate anticipate apologise arm attract avoid bath beat* beg behave bend blow boil bolt* bounce bow bribe brush* bump
        carve chain* chase circulate cite clarify climb* cling* clip* collapse comfort* command* complain complicate conclude confess confuse congratulate conquer conserve consider conspire contaminate continue cough* crash* crawl
        creep crown* cry dance* darken decay* deduct dedicate delay* delight detach detect deteriorate devote die dine* disappear discharge* discover disinfect dissolve disturb drift* drill* drown dump* elaborate elapse enrich
        erase erode escape* excel excite excuse* exclaim exhaust expose extend extract* fade faint fasten fear* flee float* flood* flourish fluctuate frame* fry gallop gaze graze greet grind grip* guess* halve* hammer* harm* harden
        hesitate highlight* hop* hover hug* hurry illuminate imagine immigrate impress ingest inquire invade irritate itch joke* jump* kick* knock* laugh* leak* licence* linger listen lure manure march* marry meander moan mourn
        murmur nail* negotiate nod offend omit orbit* overtake peel* perish persuade plead plough* plunge pollinate praise* pray prevail prick progress* prosper puncture* quarrel* race* radiate rattle rebuild recede refine refrain
        rejoice relax relieve render* repel resemble rest* retreat reveal ring* rise* roar* rob roll* rub ruin* rush* sample* scare scatter scent* scold scrape scream* screw* shape* shiver shout* shrink sigh slide* slip* smile*
        sneeze spark* spell* spill spit spoil sprinkle squeeze stare starve steam* sting* stir stoop strain* strengthen stretch* strive stroke* struggle* stumble suck suffice survive suspect* swallow sweat* swell swing* tap*
        taste* thank thaw think thread* threaten tilt* tip* touch* toss tremble trot* trouble* unpack venture* vibrate wave* weaken wed weep whisper whistle* widen wonder* worship wound* wreck* wrinkle yawn
        """;

    private const string IrregularForms =
        """
        be:was:been bear:bore:borne become:became:become begin:began:begun bid:bid:bid bring:brought:brought broadcast:broadcast:broadcast build:built:built buy:bought:bought cast:cast:cast choose:chose:chosen come:came:come
        cost:cost:cost deal:dealt:dealt draw:drew:drawn drive:drove:driven fall:fell:fallen feed:fed:fed find:found:found fly:flew:flown get:got:got give:gave:given go:went:gone grow:grew:grown hang:hung:hung
        hold:held:held keep:kept:kept know:knew:known lead:led:led learn:learned:learned leave:left:left lend:lent:lent let:let:let lie:lay:lain lose:lost:lost make:made:made meet:met:met pay:paid:paid
        read:read:read ride:rode:ridden run:ran:run say:said:said see:saw:seen sell:sold:sold send:sent:sent set:set:set show:showed:shown sit:sat:sat speak:spoke:spoken split:split:split stand:stood:stood
        put:put:put breed:bred:bred sow:sowed:sown proofread:proofread:proofread sublet:sublet:sublet take:took:taken teach:taught:taught tell:told:told undergo:underwent:undergone understand:understood:understood undertake:undertook:undertaken win:won:won withdraw:withdrew:withdrawn write:wrote:written
        do:did:done arise:arose:arisen bite:bit:bitten cut:cut:cut dig:dug:dug eat:ate:eaten forbid:forbade:forbidden forget:forgot:forgotten forgive:forgave:forgiven freeze:froze:frozen hide:hid:hidden hurt:hurt:hurt
        lay:laid:laid overlap:overlapped:overlapped quit:quit:quit repay:repaid:repaid resell:resold:resold seek:sought:sought shake:shook:shaken shear:sheared:shorn shut:shut:shut sink:sank:sunk
        sleep:slept:slept spend:spent:spent spin:spun:spun spread:spread:spread steal:stole:stolen stick:stuck:stuck strike:struck:struck swear:swore:sworn swim:swam:swum wear:wore:worn weave:wove:woven
        withhold:withheld:withheld defer:deferred:deferred confer:conferred:conferred incur:incurred:incurred remit:remitted:remitted skip:skipped:skipped scrap:scrapped:scrapped strip:stripped:stripped trap:trapped:trapped
        trim:trimmed:trimmed wrap:wrapped:wrapped chop:chopped:chopped tow:towed:towed sum:summed:summed dam:dammed:dammed
        fit:fitted:fitted oversee:oversaw:overseen admit:admitted:admitted submit:submitted:submitted refer:referred:referred occur:occurred:occurred prefer:preferred:preferred
        transfer:transferred:transferred enrol:enrolled:enrolled program:programmed:programmed ship:shipped:shipped stop:stopped:stopped plan:planned:planned tag:tagged:tagged map:mapped:mapped log:logged:logged
        do:did:done cut:cut:cut sew:sewed:sewn weave:wove:woven shoot:shot:shot catch:caught:caught throw:threw:thrown spend:spent:spent spread:spread:spread sweep:swept:swept swim:swam:swum sing:sang:sung steal:stole:stolen stick:stuck:stuck
        strike:struck:struck swear:swore:sworn tear:tore:torn wear:wore:worn bind:bound:bound break:broke:broken dig:dug:dug freeze:froze:frozen hide:hid:hidden lay:laid:laid light:lit:lit mow:mowed:mown seek:sought:sought spin:spun:spun
        wind:wound:wound shake:shook:shaken summon:summoned:summoned moor:moored:moored shear:sheared:shorn drop:dropped:dropped chat:chatted:chatted flag:flagged:flagged control:controlled:controlled equip:equipped:equipped travel:travelled:travelled cancel:cancelled:cancelled label:labelled:labelled model:modelled:modelled
        """;

    public static (string Base, bool IsNoun)[] All { get; } =
        [.. Words(Bases).Distinct(StringComparer.Ordinal).Select(word => (word.TrimEnd('*'), word.EndsWith('*'))).DistinctBy(word => word.Item1, StringComparer.Ordinal)];

    /// <summary>Past and participle of the verbs that do not take a plain -ed.</summary>
    public static Dictionary<string, (string Past, string Participle)> Irregular { get; } =
        Words(IrregularForms).Select(row => row.Split(':')).DistinctBy(row => row[0], StringComparer.Ordinal).ToDictionary(row => row[0], row => (row[1], row[2]), StringComparer.Ordinal);

    private static string[] Words(string text) => text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
