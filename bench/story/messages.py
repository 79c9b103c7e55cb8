"""What coordinators and binômes write above what they save, in their words."""

LAUNCH = "Le collectif se lance : territoire, calendrier, premières règles"
CALENDAR_REVISED = "Calendrier révisé : les phases qui suivent l'écriture"
CALENDAR_OBJECTIVES = "Calendrier : ce que demande la phase du {day}"
RULES = "Les règles pour décider, telles que la plénière les a adoptées"
RULE = "Règle du vote : {rule}"
LIST_RULES = "Les règles de la liste"
EXCEPTION = "Une entorse écrite avec sa raison : {path}"

ARRIVALS = "Nouvelles personnes au {day}"
DEPARTURES = "Départs au {day}"

ANNOUNCED = "Les groupes annoncés au lancement"
FORMED = "{group} : le groupe se forme"
ROSTER = "{group} : qui est dans le groupe au {day}"
HEADCOUNT = "{group} : effectifs au {day}"
METHODS = "{group} : comment nous travaillons"
MANDATE = "{group} : mandat du {day}"
DISSOLVED = "{group} : fin du groupe"
MERGED = "{group} : le groupe rejoint {other}"
NOTE = "{group} : une précision"
MOTIVATIONS = "{group} : nos motivations"
CALL = "{group} : appel à contributions"
REVIEW = "{group} : bilan de l'exploration"
EXPLORATION = {
    "documents": "{group} : une lecture",
    "existing_projects": "{group} : ce qui existe déjà",
    "visits": "{group} : une visite",
    "round_tables": "{group} : une table ronde",
    "competences": "{group} : qui décide de quoi",
}
MEETING = {
    "meeting": "{group} : réunion du {day}",
    "visit": "{group} : visite du {day}",
    "round-table": "{group} : table ronde du {day}",
    "formation": "{group} : formation du {day}",
}

RECEIVED = "Contributions du {day} ({source})"
ASSIGNED = "{group} : contributions à lire"
ANSWERED = "{group} : réponses aux contributions"
ANSWERED_BY_ALL = "Réponses aux contributions hors de nos groupes"

DRAFT = "{group} : premier jet, « {title} »"
REWRITTEN = "{group} : mise en œuvre et exemples, « {title} »"
SUBMITTED = "{group} : propositions déposées"
REVIEWED = "{by} : avis du {day}"
SORTED = "{by} : tri des propositions, {group}"
WITHDRAWN = "{group} : proposition retirée, « {title} »"
PROPOSALS_MERGED = "{group} : deux propositions n'en font plus qu'une, « {title} »"
SETTLED = "{plenary} : suites pour les propositions"

PLENARY = "Plénière n° {number}"
CONVENED = "{plenary} : convocation et ordre du jour"
HELD = "{plenary} : décisions et présence"
MINUTES = "{plenary} : compte rendu"
VOTE = "Vote, « {title} » : la question"
FROZEN = "Vote, « {title} » : les textes sont figés"
COUNTED = "Vote, « {title} » : le décompte"
VOTE_CANCELLED = "Vote, « {title} » : annulé"
OUTLINE_FIRST = "Les priorités, première ébauche"
OUTLINE_DRAFT = "Priorités et objectifs, avant la plénière"
PLACED = "Les propositions adoptées prennent leur place"
ENCOUNTER = "{organisation} : rencontre du {day}"
ACCORD = "{organisation} : l'accord soumis à la plénière"
JOINED = "{organisation} : l'organisation rejoint le collectif"
LEFT = "{organisation} : l'organisation s'en va"
LIST = "Liste : après le {day}"
GLOSSARY = "Glossaire : {words}"
BESIDE = "Images et notes"
