-- A policy that names the organisation keeps array operators from using their index, whosever policy it is: the search for
-- a name read every name. The functions of this role ask for the organisation of the transaction themselves, each in its own
-- condition, and nobody signs in as it; so its own policies need not ask again (decision 12).

alter policy for_the_finder on person_search using (true);
alter policy for_the_finder on journal using (true);
