package io.fleetgram.agent.controller.grpc;

import com.google.protobuf.ByteString;
import io.fleetgram.agent.controller.AgentDescription;
import io.fleetgram.agent.controller.EnrollmentDesk;
import io.fleetgram.agent.store.ControllerAddress;
import io.fleetgram.shared.pki.Certificates;
import io.fleetgram.shared.pki.Fingerprint;
import io.fleetgram.wire.agent.v1.AgentControlGrpc;
import io.fleetgram.wire.agent.v1.EnrollRequest;
import io.fleetgram.wire.agent.v1.EnrollResponse;
import io.fleetgram.wire.agent.v1.ErrorCode;
import io.grpc.StatusRuntimeException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Enrolls at the first of several controllers that answers, trusting only a chain from the pinned authority. */
public final class GrpcEnrollmentDesk implements EnrollmentDesk {

    private static final Set<ErrorCode> FINAL = Set.of(
            ErrorCode.JOIN_TOKEN_REFUSED, ErrorCode.INVALID_REQUEST, ErrorCode.NODE_REMOVED, ErrorCode.UNAUTHENTICATED);

    private final List<ControllerAddress> controllers;
    private final Fingerprint authority;
    private final CallDeadlines deadlines;

    public GrpcEnrollmentDesk(List<ControllerAddress> controllers, Fingerprint authority, CallDeadlines deadlines) {
        this.controllers = List.copyOf(controllers);
        this.authority = authority;
        this.deadlines = deadlines;
    }

    @Override
    public Enrolling enroll(String joinToken, byte[] certificateRequest, AgentDescription agent) {
        var request = EnrollRequest.newBuilder()
                .setJoinToken(joinToken)
                .setCertificateRequest(ByteString.copyFrom(certificateRequest))
                .setAgent(StatusMessage.of(agent))
                .build();
        var failures = new ArrayList<String>();
        for (var controller : controllers) {
            var enrolling = enrollAt(controller, request);
            if (!(enrolling instanceof Enrolling.Away away)) {
                return enrolling;
            }
            failures.add(controller + ": " + away.why());
        }
        return new Enrolling.Away(String.join("; ", failures));
    }

    private Enrolling enrollAt(ControllerAddress controller, EnrollRequest request) {
        var channel = Channels.open(controller, Channels.asStranger(new PinnedTrust(authority)), deadlines.connect());
        try {
            return granted(AgentControlGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(deadlines.identity().toMillis(), TimeUnit.MILLISECONDS)
                    .enroll(request));
        } catch (StatusRuntimeException failure) {
            var why = Failures.sentence(failure);
            return Failures.code(failure).filter(FINAL::contains).isPresent()
                    ? new Enrolling.Refused(why)
                    : new Enrolling.Away(why);
        } catch (CertificateException | IllegalArgumentException e) {
            return new Enrolling.Refused("the controller's answer makes no sense: " + e.getMessage());
        } finally {
            channel.shutdownNow();
        }
    }

    private Enrolling granted(EnrollResponse response) throws CertificateException {
        var chain = Certificates.chainFromDer(response.getCertificateChainList().stream()
                .map(ByteString::toByteArray)
                .toList());
        if (chain.size() < 2 || !Fingerprint.of(chain.getLast()).equals(authority)) {
            return new Enrolling.Refused("the certificate that came is not of the authority in the join command");
        }
        var addresses = response.getControllerEndpointsList().stream()
                .map(ControllerAddress::parse)
                .toList();
        return new Enrolling.Granted(
                response.getNodeKey(),
                response.getNodeName(),
                List.of(chain.getFirst(), chain.getLast()),
                addresses.isEmpty() ? controllers : addresses);
    }
}
