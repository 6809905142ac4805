/** Client of a Stegos node. */
module org.stegos {
  requires transitive java.net.http;

  exports org.stegos;
  exports org.stegos.api;
}
