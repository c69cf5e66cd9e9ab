package parsweep.web;

class H2SystemTest extends WithH2 implements SystemContract {
    @Override
    public String databaseKind() {
        return "H2";
    }
}
