package org.chartroom.record.application;

import java.util.List;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderDirectory;
import org.chartroom.record.MedicalRecordId;
import org.springframework.stereotype.Service;

/** No transaction runs while the password is looked at; {@link SignatureBook} has one for each step. */
@Service
class SigningService implements Signing {

    private final ProviderDirectory providers;
    private final SignatureBook book;

    SigningService(ProviderDirectory providers, SignatureBook book) {
        this.providers = providers;
        this.book = book;
    }

    @Override
    public SignatureView sign(Actor by, MedicalRecordId id, String password) {
        book.refuseUnsignable(by, id); // nobody types a password for nothing
        providers.reauthenticate(by, password);
        return book.sign(by, id, providers.nameOf(by));
    }

    @Override
    public List<SignatureView> signatures(Actor by, MedicalRecordId id) {
        return book.signatures(by, id);
    }

    @Override
    public AddendumView add(Actor by, MedicalRecordId id, String text) {
        return book.add(by, id, text, providers.nameOf(by));
    }

    @Override
    public List<AddendumView> addenda(Actor by, MedicalRecordId id) {
        return book.addenda(by, id);
    }
}
